package reviews

import (
	"embed"
	"io/fs"
)

//go:embed data
var embedded embed.FS

// Data returns the reviews that are built in: a data root, as [Load] reads it.
func Data() fs.FS {
	root, err := fs.Sub(embedded, "data")
	if err != nil {
		panic(err) // the name is a constant
	}
	return root
}
