import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import Ajv, { type ErrorObject, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import { parse } from 'yaml'

const path = fileURLToPath(new URL('../../../shared/reports-api/openapi.yml', import.meta.url))

/** Vonage's OpenAPI 2.1.17 of 2021 is not ours to keep here: its tests run where it lies beside the project. */
export const hasOpenApi = existsSync(path)

type Schema = Record<string, unknown>
type Content = { content?: Record<string, { schema: Schema }>; $ref?: string }
type Document = {
  paths: Record<string, Record<string, { responses: Record<string, Content> }>>
  components: { responses: Record<string, Content>; schemas: Record<string, Schema> }
}

/** The contract as validators of answers. A slip of the file is mended: it says `date` where it shows date-times. */
export function loadOpenApi() {
  const text = readFileSync(path, 'utf8').replaceAll('format: date\n', 'format: date-time\n')
  const document = parse(text) as Document
  const ajv = new Ajv({ strict: false, allErrors: true, verbose: true })
  addFormats(ajv)
  ajv.addSchema({ $id: 'api', ...document })
  const compiled = new Map<string, ValidateFunction>()

  const compile = (pointer: string): ValidateFunction => {
    const known = compiled.get(pointer)
    if (known) return known
    const made = ajv.compile({ $ref: `api#${pointer}` })
    compiled.set(pointer, made)
    return made
  }
  const errorsAt = (pointer: string, json: unknown): ErrorObject[] => {
    const validate = compile(pointer)
    return validate(json) ? [] : [...(validate.errors ?? [])]
  }
  const escapePart = (part: string) => part.replaceAll('~', '~0').replaceAll('/', '~1')

  return {
    /** Whether the contract has this answer at all. */
    declares: (url: string, method: string, status: number) =>
      document.paths[url]?.[method]?.responses[String(status)] !== undefined,
    errorsOfSchema: (name: string, json: unknown) => errorsAt(`/components/schemas/${name}`, json),
    hasSchema: (name: string) => name in document.components.schemas,
    /** The errors of the branch of the records' answer with this tab. */
    errorsOfRecords(tab: string, json: unknown) {
      const base = 'components/responses/json_record_response/content/application~1json/schema'
      const branches = document.components.responses.json_record_response?.content?.[
        'application/json'
      ]?.schema.oneOf as { allOf: [Schema, Schema] }[]
      const index = branches.findIndex((branch) => branch.allOf[1]['x-tab-id'] === tab)
      return index < 0 ? null : errorsAt(`/${base}/oneOf/${index}`, json)
    },
    /** The errors of a problem body. */
    errorsOfProblem(url: string, method: string, status: number, json: unknown) {
      const response = document.paths[url]?.[method]?.responses[String(status)]
      const owner = response?.$ref
        ? response.$ref.slice(1)
        : `/paths/${escapePart(url)}/${method}/responses/${status}`
      return errorsAt(`${owner}/content/application~1json/schema`, json)
    },
  }
}
