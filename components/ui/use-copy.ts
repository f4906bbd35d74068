'use client'

import { useToast } from './toaster'

/** Copies a text, and says so where the browser does not let us: it never does over plain http to another machine. */
export function useCopy(): (text: string, wayOut?: string) => Promise<boolean> {
  const toast = useToast()
  return async (text, wayOut = 'Select the text and copy it by hand.') => {
    try {
      await navigator.clipboard.writeText(text)
      return true
    } catch {
      toast({ tone: 'negative', title: 'The browser did not let us copy.', text: wayOut })
      return false
    }
  }
}
