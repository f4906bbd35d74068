import { columnTypeOf } from '@/lib/catalogue/column-kinds'
import type { DatasetColumn } from '@/lib/schemas/dataset'

/** The columns of a dataset by the names of its united header: each with its type, and a key that no other one has. */
export function layOutColumns(header: readonly string[]): DatasetColumn[] {
  const keys = new Set<string>()
  return header.map((name, place) => {
    const plain = name || `column ${place + 1}`
    let key = plain
    for (let copy = 2; keys.has(key); copy++) key = `${plain} (${copy})`
    keys.add(key)
    return { key, name, type: columnTypeOf(name), place, misfits: 0 }
  })
}
