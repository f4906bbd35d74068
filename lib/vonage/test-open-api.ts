import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import Ajv, { type ErrorObject, type ValidateFunction } from 'ajv/dist/2019'
import addFormats from 'ajv-formats'
import { parse } from 'yaml'

const path = fileURLToPath(new URL('../../../shared/reports-api/openapi.yml', import.meta.url))

type Schema = Record<string, unknown>
type Content = { content?: Record<string, { schema: Schema }>; $ref?: string }
type Parameter = { name: string; in: string; required?: boolean; $ref?: string }
type Operation = { parameters?: Parameter[]; responses: Record<string, Content> }
type Document = {
  paths: Record<string, Record<string, Operation>>
  components: {
    responses: Record<string, Content>
    schemas: Record<string, Schema>
    parameters: Record<string, Parameter>
  }
}

/**
 * Vonage's OpenAPI 2.1.17 of 2021 as validators; null where the file does not lie beside the project, since it is not ours
 * to keep here. A slip of the file is mended: it says `date` where it shows date-times.
 */
export const openApi = existsSync(path) ? load() : null
export type OpenApi = NonNullable<typeof openApi>

function load() {
  const text = readFileSync(path, 'utf8').replaceAll('format: date\n', 'format: date-time\n')
  const document = parse(text) as Document
  const { paths, components } = document
  const ajv = new Ajv({ strict: false, allErrors: true, verbose: true })
  addFormats(ajv)
  ajv.addSchema({ $id: 'api', ...document })
  const compiled = new Map<string, ValidateFunction>()

  const validate = (name: string, schema: Schema, value: unknown): ErrorObject[] => {
    const known = compiled.get(name) ?? ajv.compile(schema)
    compiled.set(name, known)
    return known(value) ? [] : [...(known.errors ?? [])]
  }
  const errorsAt = (pointer: string, value: unknown) =>
    validate(pointer, { $ref: `api#${pointer}` }, value)
  const pointTo = (url: string, method: string) => `/paths/${escapePart(url)}/${method}`

  return {
    /** Each operation with each status that it may answer. */
    answers: Object.entries(paths).flatMap(([url, methods]) =>
      Object.entries(methods).flatMap(([method, { responses }]) =>
        Object.keys(responses).map((status) => ({ url, method, status: Number(status) })),
      ),
    ),
    /** The path of the contract that a path of a call belongs to. */
    findUrl: (called: string) =>
      Object.keys(paths).find((url) => toPattern(url).test(called) && !url.includes('{')) ??
      Object.keys(paths).find((url) => toPattern(url).test(called)),
    hasMethod: (url: string, method: string) => paths[url]?.[method] !== undefined,
    declares: (url: string, method: string, status: number) =>
      paths[url]?.[method]?.responses[String(status)] !== undefined,
    hasSchema: (name: string) => name in components.schemas,
    errorsOfSchema: (name: string, value: unknown) =>
      errorsAt(`/components/schemas/${name}`, value),
    /** As `errorsOfSchema`; properties that the schema does not name are errors, too. */
    errorsOfClosed: (name: string, value: unknown) =>
      validate(
        `closed ${name}`,
        { $ref: `api#/components/schemas/${name}`, unevaluatedProperties: false },
        value,
      ),
    /** The errors of a query, whose booleans are given as booleans; parameters that nobody declared are errors. */
    errorsOfQuery(url: string, method: string, query: Record<string, unknown>) {
      const declared = (paths[url]?.[method]?.parameters ?? []).map((parameter, index) => {
        const pointer =
          parameter.$ref?.slice(1) ?? `${pointTo(url, method)}/parameters/${String(index)}`
        const name = parameter.$ref?.split('/').at(-1) ?? ''
        return { pointer, ...(parameter.$ref ? components.parameters[name] : parameter) }
      })
      const inQuery = declared.filter((one) => one.in === 'query')
      const properties = inQuery.map(({ name, pointer }) => [
        name,
        { $ref: `api#${pointer}/schema` },
      ])
      const schema = {
        type: 'object',
        properties: Object.fromEntries(properties),
        required: inQuery.filter(({ required }) => required).map(({ name }) => name),
        additionalProperties: false,
      }
      return validate(`query ${method} ${url}`, schema, query)
    },
    /** The errors of the branch of the records' answer with this tab; null where there is none. */
    errorsOfRecords(tab: string, json: unknown) {
      const base = 'components/responses/json_record_response/content/application~1json/schema'
      const branches = components.responses.json_record_response?.content?.['application/json']
        ?.schema.oneOf as { allOf: [Schema, Schema] }[]
      const index = branches.findIndex((branch) => branch.allOf[1]['x-tab-id'] === tab)
      return index < 0 ? null : errorsAt(`/${base}/oneOf/${index}`, json)
    },
    /** The errors of a JSON answer against what the contract has for its status. */
    errorsOfAnswer(url: string, method: string, status: number, json: unknown) {
      const response = paths[url]?.[method]?.responses[String(status)]
      const owner = response?.$ref?.slice(1) ?? `${pointTo(url, method)}/responses/${status}`
      return errorsAt(`${owner}/content/application~1json/schema`, json)
    },
  }
}

function escapePart(part: string): string {
  return part.replaceAll('~', '~0').replaceAll('/', '~1')
}

function toPattern(url: string): RegExp {
  return new RegExp(`^${url.replaceAll(/\{\w+\}/g, '[^/]+')}$`)
}
