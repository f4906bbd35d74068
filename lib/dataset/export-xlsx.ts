import { Readable } from 'node:stream'
import { writeZip, type ZipEntry } from '@/lib/content/write-zip'
import { type ExportedRecords, nameInZone, selectLines } from './export-lines'
import { createParameters } from './parameters'
import { type Asked, chooseColumns } from './read-page'
import { createRowReader, type RowReader } from './row-reader'
import type { SourceColumn } from './source'
import { escapeXml, sheetEnd, sheetStart, workbookFiles } from './xlsx-files'

/** What a sheet holds, its header included. */
const rowsOfSheet = 1_048_576
/** A cell's text: more is cut off by no choice of ours. */
const mostCharacters = 32_767

/**
 * A workbook of records: times and numbers as such, texts as texts (which no spreadsheet runs), a header that stays, and
 * as many sheets as it takes. Written as it is read.
 * @param total how many records there will be
 */
export function exportXlsx(
  { engine, source }: Asked,
  query: ExportedRecords,
  { total, timeZone, now }: { total: number; timeZone: string; now: Date },
): Readable {
  const columns = chooseColumns(source, query.columns)
  const parameters = createParameters(source.file)
  const zone = parameters.addWhenUsed(timeZone)
  const cells = columns.map((column) => toCell(column, zone))
  const row = `concat('<row>', ${cells.join(', ')}, '</row>')`
  const select = selectLines(source, query, row, parameters)
  const rows = createRowReader(engine.exports.stream(select, parameters.values))
  const sheets = Math.max(1, Math.ceil(total / (rowsOfSheet - 1)))
  const entry = (name: string, open: () => Readable): ZipEntry => ({
    name,
    modifiedAt: now,
    bytes: null,
    open: async () => open(),
  })
  const header = columns.map((column) => nameInZone(column, timeZone))
  const { stream } = writeZip([
    ...workbookFiles(sheets).map(({ name, text }) => entry(name, () => Readable.from([text]))),
    ...Array.from({ length: sheets }, (_, index) =>
      entry(`xl/worksheets/sheet${index + 1}.xml`, () =>
        Readable.from(writeSheet(header, rows), { objectMode: false }),
      ),
    ),
  ])
  return stream.once('close', () => {
    rows.close().catch(() => undefined)
  })
}

async function* writeSheet(
  header: readonly string[],
  rows: RowReader,
): AsyncGenerator<string, void, undefined> {
  const names = header.map(
    (name) => `<c s="2" t="inlineStr"><is><t xml:space="preserve">${escapeXml(name)}</t></is></c>`,
  )
  yield `${sheetStart}<row>${names.join('')}</row>`
  for await (const some of rows.read(rowsOfSheet - 1)) yield some.join('')
  yield sheetEnd
}

/** A cell's XML. Numbers that a spreadsheet would round to 15 digits are texts. */
function toCell(column: SourceColumn, zone: () => string): string {
  const { type, value, misfit } = column
  const text = type === 'text' ? textCell(value) : misfit ? textCell(misfit) : `'<c/>'`
  switch (type) {
    case 'text':
      return `CASE WHEN ${value} IS NULL THEN '<c/>' ELSE ${text} END`
    case 'time': {
      const days = `epoch_us(timezone(${zone()}, timezone('UTC', ${value}))) / 86400000000.0 + 25569`
      return filledCell(
        value,
        misfit,
        `'<c s="1"><v>' || CAST(${days} AS VARCHAR) || '</v></c>'`,
        text,
      )
    }
    case 'decimal':
    case 'count': {
      const digits = `CAST(${value} AS VARCHAR)`
      return filledCell(
        value,
        misfit,
        `CASE WHEN length(ltrim(replace(${digits}, '.', ''), '-0')) > 15 AND ${type === 'count' ? 'TRUE' : `${value} <> CAST(CAST(${value} AS DOUBLE) AS DECIMAL(18, 10))`}
          THEN ${textCell(digits)} ELSE '<c><v>' || ${digits} || '</v></c>' END`,
        text,
      )
    }
  }
}

function filledCell(value: string, misfit: string | null, filled: string, text: string): string {
  return misfit === null
    ? `CASE WHEN ${value} IS NULL THEN '<c/>' ELSE ${filled} END`
    : `CASE WHEN ${value} IS NOT NULL THEN ${filled} WHEN ${misfit} IS NOT NULL THEN ${text} ELSE '<c/>' END`
}

function textCell(text: string): string {
  const allowed = `regexp_replace(left(${text}, ${mostCharacters}), '[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F]', chr(65533), 'g')`
  const escaped = `replace(replace(replace(replace(${allowed}, '&', '&amp;'), '<', '&lt;'), '>', '&gt;'), chr(13), '&#13;')`
  return `'<c t="inlineStr"><is><t xml:space="preserve">' || ${escaped} || '</t></is></c>'`
}
