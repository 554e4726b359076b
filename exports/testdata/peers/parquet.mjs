// Reads a Parquet file with hyparquet and prints its schema, by whom it was
// written, and its rows as JSON.
import {asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects} from 'hyparquet';

const file = await asyncBufferFromFile(process.argv[2]);
const {created_by: by, schema} = await parquetMetadataAsync(file);
const rows = await parquetReadObjects({file});
process.stdout.write(JSON.stringify({by, schema, rows}, (_, v) => typeof v === 'bigint' ? Number(v) : v));
