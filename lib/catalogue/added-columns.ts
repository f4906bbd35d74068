/**
 * Filters that leave no record out but add a column: a file with it has all that one without it has. Sources: Vonage’s
 * API reference (`include_message`, `show_concatenated`).
 */
export const addedColumns: Readonly<Record<string, string>> = {
  include_message: 'message_body',
  show_concatenated: 'concatenated',
}
