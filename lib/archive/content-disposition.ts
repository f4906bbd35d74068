/**
 * A `Content-Disposition` that saves under this name (RFC 6266): in ASCII for all, and exactly, in the form of
 * RFC 8187, where the name has more than that.
 */
export function toContentDisposition(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const header = `attachment; filename="${plain}"`
  if (plain === name) return header
  const exact = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${header}; filename*=UTF-8''${exact}`
}
