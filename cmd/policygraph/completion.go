package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"
)

// bashCompletion and zshCompletion ask the program itself what may follow the
// words typed so far; an option is begun, so it goes along.
const (
	bashCompletion = `_policygraph() {
  local cur="${COMP_WORDS[COMP_CWORD]}" words=("${COMP_WORDS[@]:0:COMP_CWORD}")
  if [[ $cur == -* ]]; then
    words+=("${cur/#--/-}")
  elif [[ ${words[COMP_CWORD-1]} == -* ]]; then
    return # the value of an option: files, as usual
  fi
  local IFS=$'\n'
  COMPREPLY=($(compgen -W "$("${words[@]}" --generate-bash-completion 2>/dev/null)" -- "$cur"))
}
complete -o bashdefault -o default -F _policygraph policygraph
`
	zshCompletion = `#compdef policygraph
_policygraph() {
  local -a typed choices
  typed=("${(@)words[1,CURRENT-1]}")
  if [[ ${words[CURRENT]} == -* ]]; then
    typed+=("${words[CURRENT]/#--/-}")
  elif [[ ${words[CURRENT-1]} == -* ]]; then
    _files
    return
  fi
  choices=("${(@f)$("${typed[@]}" --generate-bash-completion 2>/dev/null)}")
  _describe policygraph choices || _files
}
compdef _policygraph policygraph
`
)

// shells are the shells there is completion for, and what each has to read.
var shells = []struct {
	name   string
	script func(*cli.App) (string, error)
}{
	{"bash", func(*cli.App) (string, error) { return bashCompletion, nil }},
	{"zsh", func(*cli.App) (string, error) { return zshCompletion, nil }},
	{"fish", (*cli.App).ToFishCompletion},
}

func completionCommand() *cli.Command {
	return &cli.Command{
		Name:      "completion",
		Usage:     "print what a shell reads to complete commands and options",
		UsageText: "policygraph completion bash|zsh|fish\n\nExample: policygraph completion bash > ~/.local/share/bash-completion/completions/policygraph",
		Action: func(c *cli.Context) error {
			args, err := arguments(c, 1)
			if err != nil {
				return err
			}
			names := make([]string, len(shells))
			for i, s := range shells {
				names[i] = s.name
			}
			i := slices.Index(names, strings.Join(args, " "))
			if i < 0 {
				return fmt.Errorf("expected the name of a shell, one of %s", strings.Join(names, ", "))
			}
			script, err := shells[i].script(c.App)
			if err == nil {
				_, err = io.WriteString(c.App.Writer, script)
			}
			return err
		},
	}
}
