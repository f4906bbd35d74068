/**
 * The columns of a table made of several: united by name, in the order of first sight. A name that a header has twice
 * stands twice, the second one for the second.
 */
export function uniteColumns(headers: readonly (readonly string[])[]): string[] {
  const united: string[] = []
  const known = new Set<string>()
  for (const header of headers) {
    for (const [index, key] of numberNames(header).entries()) {
      if (known.has(key)) continue
      known.add(key)
      united.push(header[index] as string)
    }
  }
  return united
}

/** For each column of `united` its place in `header`; -1 where it is missing. */
export function placeColumns(united: readonly string[], header: readonly string[]): number[] {
  const keys = numberNames(header)
  return numberNames(united).map((key) => keys.indexOf(key))
}

/** Names told apart: the second `price` is another column than the first. */
function numberNames(names: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return names.map((name) => {
    const count = seen.get(name) ?? 0
    seen.set(name, count + 1)
    return `${count} ${name}`
  })
}
