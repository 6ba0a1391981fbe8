export { fieldsOf } from '../fields.ts'

/** Of what a page sends. */
export const MAX_FORM_BYTES = 16 * 1024
