import { OAuthError } from './errors.ts'

/** The parameters of a form-encoded body, each at most once. The caller has limited the body's size. */
export async function readForm(request: Request): Promise<ReadonlyMap<string, string>> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^application\/x-www-form-urlencoded\s*(;\s*charset=utf-8\s*)?$/i.test(type))
    throw new OAuthError(
      'invalid_request',
      'content-type',
      'the body must be application/x-www-form-urlencoded',
    )
  const form = new Map<string, string>()
  for (const [name, value] of new URLSearchParams(await request.text())) {
    if (form.has(name))
      throw new OAuthError('invalid_request', 'repeated-parameter', 'a parameter occurs twice')
    form.set(name, value)
  }
  return form
}

export function required(form: ReadonlyMap<string, string>, name: string): string {
  const value = form.get(name)
  if (!value) throw new OAuthError('invalid_request', 'missing-parameter', `${name} is missing`)
  return value
}
