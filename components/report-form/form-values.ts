import type { ProductCode } from '@/lib/catalogue/products'
import type { CreateReportInput } from '@/lib/schemas/create-report'

/** The open form: as the schema wants it, but for the product, which is not chosen yet at first. */
export type ReportFormValues = Omit<CreateReportInput, 'product'> & { product: ProductCode | '' }
