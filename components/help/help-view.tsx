import { PageBody } from '@/components/shell/page-body'
import { PageHeader } from '@/components/shell/page-header'
import { Section } from '@/components/ui/section'
import { FilterGuide } from './filter-guide'
import { HelpContents } from './help-contents'
import { HowItGoes } from './how-it-goes'
import { Limits } from './limits'
import { ProductGuide } from './product-guide'
import { StateGuide } from './state-guide'
import { TheFile } from './the-file'
import { WhatItCosts } from './what-it-costs'
import { WhenItFails } from './when-it-fails'

const chapters = [
  { id: 'steps', title: 'From the form to the file', body: <HowItGoes /> },
  { id: 'cost', title: 'What it costs', body: <WhatItCosts /> },
  { id: 'limits', title: 'Limits and deadlines', body: <Limits /> },
  { id: 'states', title: 'What the states mean', body: <StateGuide /> },
  { id: 'products', title: 'Products', body: <ProductGuide /> },
  { id: 'filters', title: 'Filters', body: <FilterGuide /> },
  { id: 'file', title: 'Reading the file', body: <TheFile /> },
  { id: 'trouble', title: 'When something goes wrong', body: <WhenItFails /> },
]

/** How Vonage’s reports work, for the person who never read the API’s documentation. */
export function HelpView() {
  return (
    <>
      <PageHeader title="Help" />
      <PageBody>
        <div className="grid max-w-[68rem] grid-cols-[minmax(0,1fr)] gap-8 lg:grid-cols-[12rem_minmax(0,1fr)]">
          <HelpContents chapters={chapters} />
          <div className="grid gap-10">
            {chapters.map(({ id, title, body }) => (
              <div key={id} id={id} className="scroll-mt-20">
                <Section title={title}>{body}</Section>
              </div>
            ))}
          </div>
        </div>
      </PageBody>
    </>
  )
}
