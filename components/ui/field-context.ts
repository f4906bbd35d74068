'use client'

import { createContext, useContext, useId } from 'react'

export type FieldControl = {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
  'aria-required': true | undefined
}

export const FieldContext = createContext<FieldControl | null>(null)

/** What ties a control to the Field around it: id, description, validity. */
export function useFieldControl(): FieldControl {
  const ownId = useId()
  return (
    useContext(FieldContext) ?? {
      id: ownId,
      'aria-describedby': undefined,
      'aria-invalid': undefined,
      'aria-required': undefined,
    }
  )
}
