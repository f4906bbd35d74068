'use client'

import { useQuery } from '@tanstack/react-query'
import { GlobalNotice } from '@/components/shell/global-notice'
import { readinessOptions } from '@/lib/queries/readiness'
import { describeReadiness } from './describe-readiness'

/** One sentence while a part of this instance does not work. */
export function ReadinessNotice() {
  const { data } = useQuery(readinessOptions())
  const sentence = data && describeReadiness(data)
  return sentence && <GlobalNotice kind="warning">{sentence}</GlobalNotice>
}
