import { loadModule, parseSync } from 'libpg-query'
import { Hono } from 'hono'
import pino from 'pino'
import pg from 'pg'
import * as oc from 'openid-client'
await loadModule()
pino().info('x')
console.log(parseSync('select 1').stmts.length, new Hono() !== null, pg.Client.name, Object.keys(oc).length)
