// As much of a browser as signing in needs: cookies by host, redirects one by one.

export interface Browser {
  /** Follows redirects, at most ten; `site` is what a browser says of who asks. */
  go(url: string, init?: RequestInit & { site?: string }): Promise<Response>
  cookies(url: string): string
}

export function createBrowser(): Browser {
  const jars = new Map<string, Map<string, string>>()
  const jar = (url: string) => {
    const { host } = new URL(url)
    const found = jars.get(host) ?? new Map<string, string>()
    jars.set(host, found)
    return found
  }
  const cookies = (url: string) => [...jar(url)].map(([name, value]) => `${name}=${value}`).join('; ')
  const keep = (url: string, response: Response) => {
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (/max-age=0|expires=Thu, 01 Jan 1970/i.test(line)) jar(url).delete(name)
      else jar(url).set(name, value)
    }
  }
  return {
    cookies,
    async go(start, { site = 'same-origin', ...init } = {}) {
      let url = start
      let request: RequestInit = init
      for (let hops = 0; hops < 10; hops++) {
        const headers = new Headers(request.headers)
        headers.set('cookie', cookies(url))
        headers.set('sec-fetch-site', hops === 0 ? site : 'none')
        const response = await fetch(url, { ...request, headers, redirect: 'manual' })
        keep(url, response)
        const to = response.headers.get('location')
        if (to === null) return response
        await response.body?.cancel()
        url = new URL(to, url).href
        request = {}
      }
      throw new Error(`too many redirects: ${url}`)
    },
  }
}
