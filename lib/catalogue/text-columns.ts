/** Columns that hold what people wrote to one another: seen by those with the right to it. Source: Vonage's record types. */
export const textColumns: readonly string[] = ['message_body']
