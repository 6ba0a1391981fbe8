export const id = 44;
export const ids = [44,211];
export const modules = {

/***/ 28044:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  command: () => (/* binding */ server_command)
});

// EXTERNAL MODULE: ./lib/client/outbound.js
var outbound = __webpack_require__(13211);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(41692);
// EXTERNAL MODULE: ./node_modules/pg/esm/index.mjs
var esm = __webpack_require__(83849);
// EXTERNAL MODULE: ./lib/credentials/url.js
var credentials_url = __webpack_require__(17899);
;// CONCATENATED MODULE: ./lib/credentials/postgres-role/errors.js


const UNREACHABLE = [
    'ECONNREFUSED',
    'ECONNRESET',
    'ENOTFOUND',
    'EAI_AGAIN',
    'ETIMEDOUT',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'EPIPE',
];
/** What went wrong on the broker's connection, without its URL. */
function brokerError(error, target) {
    const where = `target ${target.name}`;
    if (error instanceof esm/* default.DatabaseError */.Ay.DatabaseError)
        return refused(error, where);
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const message = error instanceof Error ? error.message : '';
    if (isTls(code, message))
        return new errors/* SluiceError */.ah('UPSTREAM_TLS', `${where}: the server’s TLS certificate was not accepted (${code || message})`, {
            hint: 'Set `tls.ca` to the authority that signed it, and `tls.server_name` when its name differs from the address',
        });
    if (UNREACHABLE.includes(code) || /timeout|terminated|closed/i.test(message))
        return new errors/* SluiceError */.ah('UPSTREAM_UNREACHABLE', `${where}: the server does not answer the broker (${code || 'connection lost'})`, {
            hint: 'Check the address in the broker’s URL, and the network between the grant server and the target',
        });
    return new errors/* SluiceError */.ah('CREDENTIAL_FAILED', `${where}: the broker’s connection failed (${code || 'no code'})`);
}
function refused(error, where) {
    const code = error.code ?? '?????';
    if (code.startsWith('28') || code === '3D000')
        return new errors/* SluiceError */.ah('CREDENTIAL_FAILED', `${where}: the server refused the broker’s login (SQLSTATE ${code})`, {
            hint: 'Check user, password and database in the broker’s URL, and pg_hba.conf on the server',
        });
    if (code === '55P03' || code === '57014')
        return new errors/* SluiceError */.ah('CREDENTIAL_FAILED', `${where}: another transaction holds a lock that the broker needs`, {
            hint: 'The broker tries again every minute; pg_locks shows who holds it, pg_prepared_xacts what was left prepared',
        });
    if (code === '2BP01')
        return new errors/* SluiceError */.ah('CREDENTIAL_FAILED', `${where}: somebody else gave the role privileges that the broker cannot take back: ${error.message}`, {
            hint: 'As a superuser, in the database that they are in: DROP OWNED BY that role; it can no longer log in',
        });
    if (code === '53300')
        return new errors/* SluiceError */.ah('UPSTREAM_REFUSED', `${where}: the server has no connection left for the broker`, {
            hint: 'Raise max_connections, or keep some with reserved_connections and pg_use_reserved_connections',
        });
    return new errors/* SluiceError */.ah('CREDENTIAL_FAILED', `${where}: the server refused what the broker asked: ${error.message} (SQLSTATE ${code})`, {
        hint: 'Check the rights of the broker’s account',
    });
}
function isTls(code, message) {
    return (/^(ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|EPROTO|HOSTNAME_MISMATCH)/.test(code) ||
        /does not support SSL/.test(message));
}

;// CONCATENATED MODULE: ./lib/credentials/postgres-role/broker.js
// The connection of the account that makes and drops roles.





/** The strictest when the target does not say. */
const VERIFIED = { mode: 'verify-full' };
/** Connects as the broker, runs `use`, disconnects. Throws `SluiceError` UPSTREAM_* or CREDENTIAL_FAILED. */
async function withBroker(target, secrets, use) {
    const { credential } = target;
    if (credential.provider !== 'postgres-role')
        throw new TypeError(`target ${target.name} makes no roles`);
    const url = (0,credentials_url/* connectionUrl */.C)(secrets(credential.broker), credential.broker);
    const place = { ...url, port: url.port ?? target.port };
    const { database } = target;
    if (database === undefined)
        throw new TypeError(`target ${target.name} has no database`);
    const home = url.database ?? database;
    const inDatabase = (database, run) => connected(options(place, database, target), target, run);
    return inDatabase(home, (client) => use({
        client,
        owner: credential.owner,
        target: target.name,
        database,
        inDatabase: (database, run) => (database === home ? run(client) : inDatabase(database, run)),
    }));
}
async function connected(config, target, use) {
    let cleartext = false;
    const password = () => {
        if (cleartext && (target.tls?.mode === 'disable' || target.tls?.mode === 'require'))
            throw unprotected(target);
        return String(config.password);
    };
    const client = new esm/* default.Client */.Ay.Client({ ...config, password });
    client.connection.once('authenticationCleartextPassword', () => {
        cleartext = true;
    });
    // Without a listener, a connection lost between two queries would end the process.
    client.on('error', () => { });
    try {
        await client.connect();
        return await use(client);
    }
    catch (error) {
        throw error instanceof errors/* SluiceError */.ah ? error : brokerError(error, target);
    }
    finally {
        await client.end().catch(() => { });
    }
}
/** Whoever asks for the password itself could be anybody: only a verified server gets it. */
function unprotected({ name, tls = VERIFIED }) {
    return new errors/* SluiceError */.ah('UPSTREAM_TLS', `target ${name}: the server asks for the broker’s password in clear, and TLS mode ${tls.mode} does not prove who it is`, { hint: 'Use mode: verify-full, or scram-sha-256 in pg_hba.conf' });
}
function options(url, database, target) {
    return {
        host: url.host,
        port: url.port,
        user: url.user,
        password: url.password.reveal(),
        database,
        ssl: tls(target, url.host),
        application_name: 'sluice broker',
        connectionTimeoutMillis: 10_000,
        query_timeout: 60_000,
        statement_timeout: 30_000,
        lock_timeout: 3_000,
        // Whoever owns a database may set defaults for every session in it: these must not reach the broker.
        options: '-c search_path=pg_catalog,pg_temp -c role=none -c default_transaction_read_only=off -c client_min_messages=error',
    };
}
/** The driver verifies an IP address as `localhost` when left alone, hence the check of our own. */
function tls({ tls = VERIFIED }, host) {
    if (tls.mode === 'disable')
        return false;
    const name = tls.serverName ?? host;
    return {
        ...(tls.ca === undefined ? {} : { ca: tls.ca }),
        rejectUnauthorized: tls.mode !== 'require',
        checkServerIdentity: (_host, certificate) => tls.mode === 'verify-full' ? (0,external_node_tls_.checkServerIdentity)(name, certificate) : undefined,
    };
}

;// CONCATENATED MODULE: ./lib/credentials/postgres-role/comment.js
// The comment on a role says whose it is: it survives the server's own database.
const PREFIX = 'jit_';
function isRoleName(name) {
    return /^jit_[0-9a-f]{20}$/.test(name);
}
function write(mark) {
    return JSON.stringify({ sluice: 1, grant: mark.grant, target: mark.target, expires: mark.expires });
}
/** Undefined when the comment is not ours. */
function read(comment) {
    if (comment === null)
        return undefined;
    let value;
    try {
        value = JSON.parse(comment);
    }
    catch {
        return undefined;
    }
    if (typeof value !== 'object' || value === null || !('sluice' in value) || value.sluice !== 1)
        return undefined;
    const { grant, target, expires } = value;
    if (typeof grant !== 'string' || typeof target !== 'string' || typeof expires !== 'string')
        return undefined;
    return Number.isNaN(Date.parse(expires)) ? undefined : { grant, target, expires };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/core/secret.js
var secret = __webpack_require__(58563);
;// CONCATENATED MODULE: ./lib/credentials/postgres-role/requirements.js
// What the broker must be allowed, asked before anything is made, so that each lack has a name and a cure.


const ASK = `
  SELECT current_setting('server_version_num')::int AS version, current_user::text AS broker,
         me.rolsuper OR me.rolcreaterole AS creates, owner.rolname::text AS owner,
         owner.rolsuper OR owner.rolcreaterole OR owner.rolreplication AS powerful,
         pg_has_role(current_user, owner.oid, 'MEMBER WITH ADMIN OPTION') AS admin,
         pg_has_role(current_user, owner.oid, 'USAGE') AS inherits
    FROM pg_roles me LEFT JOIN pg_roles owner ON owner.rolname = $1
   WHERE me.rolname = current_user`;
const SIXTEEN = 160_000;
/** Throws `SluiceError` CREDENTIAL_FAILED with the statement that a superuser must run. */
async function checkRequirements({ client, owner, target }) {
    const { rows } = await client.query(ASK, [owner]);
    const [row] = rows;
    if (!row)
        throw new TypeError('the broker’s own role is not in pg_roles');
    const name = esm/* default.escapeIdentifier */.Ay.escapeIdentifier(owner);
    const broker = esm/* default.escapeIdentifier */.Ay.escapeIdentifier(row.broker);
    const lack = (what, hint) => new errors/* SluiceError */.ah('CREDENTIAL_FAILED', `target ${target}: ${what}`, { hint });
    if (!row.creates)
        throw lack(`the broker ${broker} lacks CREATEROLE`, `As a superuser: ALTER ROLE ${broker} CREATEROLE;`);
    if (row.owner === null)
        throw lack(`there is no role ${name} to own what jobs make`, `Create it, or correct \`owner\``);
    if (row.powerful)
        throw lack(`${name} is a superuser, or may create roles or replicate: a job that acts as it could undo every limit`, 'Choose an owner that only owns the application’s objects');
    const modern = row.version >= SIXTEEN;
    const grant = modern
        ? `GRANT ${name} TO ${broker} WITH ADMIN TRUE, INHERIT TRUE, SET TRUE;`
        : `GRANT ${name} TO ${broker};`;
    if (modern && !row.admin)
        throw lack(`the broker ${broker} is not a member of ${name} with ADMIN`, `As a superuser: ${grant}`);
    if (!row.inherits)
        throw lack(`the broker ${broker} does not inherit from ${name}, so it could not clean up`, `As a superuser: ${grant}`);
    return { version: row.version };
}
const hasGrantOptions = ({ version }) => version >= SIXTEEN;

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./lib/credentials/postgres-role/scram.js


const ITERATIONS = 4096;
/**
 * What PostgreSQL stores instead of a password: `SCRAM-SHA-256$<iterations>:<salt>$<StoredKey>:<ServerKey>` (RFC 5803).
 * Sent in `CREATE ROLE`, it keeps the password out of the server's log. The password must be ASCII: it is not prepared.
 */
async function scramVerifier(password, salt) {
    const salted = await (0,external_node_util_.promisify)(external_node_crypto_.pbkdf2)(password, salt, ITERATIONS, 32, 'sha256');
    const key = (label) => (0,external_node_crypto_.createHmac)('sha256', salted).update(label).digest();
    const stored = (0,external_node_crypto_.createHash)('sha256').update(key('Client Key')).digest('base64');
    return `SCRAM-SHA-256$${ITERATIONS}:${salt.toString('base64')}$${stored}:${key('Server Key').toString('base64')}`;
}

;// CONCATENATED MODULE: ./lib/credentials/postgres-role/create.js







const ATTEMPTS = 4;
/** The proxy keeps a side connection for the catalogue, and a cancelled client may reconnect before its backend is gone. */
const SPARE_CONNECTIONS = 4;
const ident = esm/* default.escapeIdentifier */.Ay.escapeIdentifier;
const literal = esm/* default.escapeLiteral */.Ay.escapeLiteral;
/** Makes the role in one transaction: it exists whole, with its comment for the reaper, or not at all. */
async function createRole(broker, request) {
    const account = await checkRequirements(broker);
    const name = `${PREFIX}${(0,external_node_crypto_.randomBytes)(10).toString('hex')}`;
    const password = (0,external_node_crypto_.randomBytes)(32).toString('base64url');
    const verifier = await scramVerifier(password, (0,external_node_crypto_.randomBytes)(16));
    const statements = [
        `CREATE ROLE ${ident(name)} LOGIN NOINHERIT CONNECTION LIMIT ${request.limits.connections + SPARE_CONNECTIONS} ` +
            `PASSWORD ${literal(verifier)} VALID UNTIL ${literal(new Date(request.expiresAt).toISOString())}`,
        `COMMENT ON ROLE ${ident(name)} IS ${literal(mark(request))}`,
        ...memberships(name, broker.owner, hasGrantOptions(account)),
        ...settings(name, broker.owner, request.limits),
    ];
    await transaction(broker, statements, async (client) => {
        await copySearchPath(client, name, broker.owner, broker.database);
        await allowConnect(client, name, broker);
    });
    return { user: name, password: new secret/* Secret */.z(password), handle: name };
}
const mark = ({ grantId, target, expiresAt }) => write({ grant: grantId, target: target.name, expires: new Date(expiresAt).toISOString() });
/** The broker becomes a member too: ending sessions, and rolling back what the role left prepared, need it. */
function memberships(name, owner, options) {
    return [
        `GRANT ${ident(owner)} TO ${ident(name)}${options ? ' WITH INHERIT FALSE, SET TRUE, ADMIN FALSE' : ''}`,
        `GRANT ${ident(name)} TO CURRENT_USER${options ? ' WITH INHERIT TRUE, SET TRUE' : ''}`,
    ];
}
/** Acting as the owner from the start, the role owns nothing itself. */
function settings(name, owner, limits) {
    const values = [
        ['role', literal(owner)],
        ['statement_timeout', limits.statementTimeout?.toString()],
        ['lock_timeout', limits.lockTimeout?.toString()],
        ['idle_in_transaction_session_timeout', limits.idleInTransactionTimeout?.toString()],
    ];
    return values.flatMap(([setting, value]) => value === undefined ? [] : [`ALTER ROLE ${ident(name)} SET ${setting} = ${value}`]);
}
/**
 * An application's tables are often found by the owner's own `search_path`, which counts only at the owner's login.
 * While it is set here nothing is resolved by name: the owner may have put functions of its own on it.
 */
async function copySearchPath(client, name, owner, database) {
    const { rows } = await client.query(`SELECT unnest(s.setconfig) AS setting FROM pg_db_role_setting s JOIN pg_roles r ON r.oid = s.setrole
       LEFT JOIN pg_database d ON d.oid = s.setdatabase
      WHERE r.rolname = $1 AND (s.setdatabase = 0 OR d.datname = $2) ORDER BY s.setdatabase`, [owner, database]);
    const path = rows
        .findLast(({ setting }) => setting.startsWith('search_path='))
        ?.setting.slice('search_path='.length);
    if (path === undefined)
        return;
    await client.query("SELECT pg_catalog.set_config('search_path', $1, true)", [path]);
    await client.query(`ALTER ROLE ${ident(name)} SET search_path FROM CURRENT`);
    await client.query('SET LOCAL search_path = pg_catalog, pg_temp');
}
/** A database that is closed to PUBLIC must let the role in by name. */
async function allowConnect(client, name, { database: datname, target }) {
    const { rows } = await client.query("SELECT has_database_privilege($1, oid, 'CONNECT') AS open FROM pg_database WHERE datname = $2", [name, datname]);
    const database = ident(datname);
    if (rows[0] === undefined)
        throw new errors/* SluiceError */.ah('CREDENTIAL_FAILED', `target ${target}: there is no database ${database}`, {
            hint: 'Correct `database` in the policy file',
        });
    if (rows[0].open)
        return;
    await client.query(`GRANT CONNECT ON DATABASE ${database} TO ${ident(name)}`);
    const { rows: after } = await client.query("SELECT has_database_privilege($1, $2, 'CONNECT') AS open", [name, datname]);
    if (!after[0]?.open)
        throw new errors/* SluiceError */.ah('CREDENTIAL_FAILED', `target ${target}: the broker cannot let the role into ${database}`, {
            hint: `As the database’s owner: GRANT CONNECT ON DATABASE ${database} TO BROKER WITH GRANT OPTION;`,
        });
}
/** Catalogue rows that two grants change at once make PostgreSQL give up with one of these: nothing has happened then. */
const RETRY = ['40001', '40P01', 'XX000'];
async function transaction(broker, statements, last) {
    const { client } = broker;
    for (let attempt = 1;; attempt++) {
        try {
            await client.query('BEGIN');
            for (const statement of statements)
                await client.query(statement);
            await last(client);
            await client.query('COMMIT');
            return;
        }
        catch (error) {
            await client.query('ROLLBACK');
            const code = error instanceof esm/* default.DatabaseError */.Ay.DatabaseError ? (error.code ?? '') : '';
            if (attempt === ATTEMPTS || !RETRY.includes(code))
                throw error;
        }
    }
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./lib/credentials/postgres-role/prepared.js
// Transactions that were prepared and left: they outlive their session and keep their locks, for ever.

/** Rolls back what the role prepared. */
async function rollBackPrepared(broker, role) {
    const { rows } = await broker.client.query('SELECT gid, database::text, owner::text FROM pg_prepared_xacts WHERE owner = $1', [role.name]);
    for (const prepared of rows)
        await rollBack(broker, prepared);
}
/**
 * Rolls back what was prepared as the owner and has changed a role: the job can hold its own role's row with that.
 * An application does not prepare changes of roles, so nothing else is hit.
 */
async function rollBackBlockers(broker) {
    const { rows } = await broker.client.query(`SELECT DISTINCT p.gid, p.database::text, p.owner::text
       FROM pg_prepared_xacts p
       JOIN pg_locks own ON own.locktype = 'transactionid' AND own.transactionid = p.transaction AND own.granted
       JOIN pg_locks changed ON changed.virtualtransaction = own.virtualtransaction
      WHERE p.owner = $1 AND changed.relation = 'pg_authid'::regclass AND changed.mode = 'RowExclusiveLock'`, [broker.owner]);
    for (const prepared of rows)
        await rollBack(broker, prepared);
}
/** Only who prepared it may, and only in its own database. */
async function rollBack(broker, { gid, database, owner }) {
    await broker.inDatabase(database, async (client) => {
        await client.query(`SET ROLE ${esm/* default.escapeIdentifier */.Ay.escapeIdentifier(owner)}`);
        try {
            await client.query(`ROLLBACK PREPARED ${esm/* default.escapeLiteral */.Ay.escapeLiteral(gid)}`);
        }
        finally {
            await client.query('RESET ROLE');
        }
    });
}

;// CONCATENATED MODULE: ./lib/credentials/postgres-role/sessions.js



const ROUNDS = 100;
const PAUSE_MS = 30;
const LOCK_ATTEMPTS = 8;
const LOCK_WAIT_MS = 300;
/**
 * Stops new logins. A session can hold the role's own row, by changing its password in an open transaction, so
 * sessions are ended first and the wait is short; `release` gets rid of what else may hold it.
 */
async function closeLogin({ client }, role, seen, release) {
    await client.query(`SET lock_timeout = ${LOCK_WAIT_MS}`);
    try {
        for (let attempt = 1;; attempt++) {
            await terminate(client, role, seen);
            try {
                await client.query(`ALTER ROLE ${esm/* default.escapeIdentifier */.Ay.escapeIdentifier(role.name)} NOLOGIN CONNECTION LIMIT 0 PASSWORD NULL`);
                return;
            }
            catch (error) {
                if (attempt === LOCK_ATTEMPTS || !(error instanceof esm/* default.DatabaseError */.Ay.DatabaseError) || error.code !== '55P03')
                    throw error;
                await release();
            }
        }
    }
    finally {
        await client.query('RESET lock_timeout');
    }
}
/** Ends every session of the role until two looks find none: one that was just logging in may not have shown in the first. */
async function endSessions(broker, role, seen) {
    let empty = 0;
    for (let round = 0; round < ROUNDS; round++) {
        const found = await terminate(broker.client, role, seen);
        empty = found === 0 ? empty + 1 : 0;
        if (empty === 2)
            return;
        await (0,promises_.setTimeout)(found === 0 ? 5 : PAUSE_MS);
    }
    throw new errors/* SluiceError */.ah('CREDENTIAL_FAILED', `target ${broker.target}: sessions of a grant that is over do not end`, {
        hint: 'Look at pg_stat_activity on the server; the broker tries again every minute',
    });
}
/** By oid, so that it also works when the role's name is gone. Returns how many there still were. */
async function terminate(client, role, seen) {
    const { rows } = await client.query(`SELECT pid, leader_pid IS NULL AS leader, pg_terminate_backend(pid)
       FROM pg_stat_activity WHERE usesysid = $1::oid`, [role.oid]);
    for (const { pid, leader } of rows)
        if (leader)
            seen.add(pid);
    return rows.length;
}

;// CONCATENATED MODULE: ./lib/credentials/postgres-role/end.js
// The end of a role. The order matters: see each step. Every step may be run again after a crash.




const end_ATTEMPTS = 6;
const end_PAUSE_MS = 50;
/** What two enders at once, say a revocation and the reaper, do to each other: tuple changed, role gone, deadlock. */
const RACE = ['XX000', '42704', '40P01', '40001'];
async function endRole(broker, role) {
    const seen = new Set();
    let objectsReassigned = false;
    // No lock of our own keeps enders apart: the job could hold it.
    for (let attempt = 1; await exists(broker.client, role); attempt++) {
        try {
            objectsReassigned = (await endOnce(broker, role, seen)) || objectsReassigned;
        }
        catch (error) {
            const race = error instanceof esm/* default.DatabaseError */.Ay.DatabaseError && RACE.includes(error.code ?? '');
            if (!race || attempt === end_ATTEMPTS)
                throw error;
            await (0,promises_.setTimeout)(end_PAUSE_MS * attempt);
        }
    }
    return { sessionsEnded: seen.size, objectsReassigned };
}
async function endOnce(broker, role, seen) {
    await closeLogin(broker, role, seen, async () => {
        await rollBackPrepared(broker, role);
        await rollBackBlockers(broker);
    });
    await rollBackPrepared(broker, role);
    await endSessions(broker, role, seen);
    // A session may have prepared one more before it ended.
    await rollBackPrepared(broker, role);
    const reassigned = await releaseObjects(broker, role);
    await broker.client.query(`DROP ROLE ${esm/* default.escapeIdentifier */.Ay.escapeIdentifier(role.name)}`);
    await endSessions(broker, role, seen);
    return reassigned;
}
async function exists(client, role) {
    const { rowCount } = await client.query('SELECT FROM pg_roles WHERE oid = $1::oid AND rolname = $2', [
        role.oid,
        role.name,
    ]);
    return rowCount === 1;
}
/**
 * Gives what the role owns to the owner, then drops its privileges, in every database. DROP OWNED runs only after
 * REASSIGN OWNED succeeded: alone it would delete the job's tables. Returns true when something was owned.
 */
async function releaseObjects(broker, role) {
    const { rows } = await broker.client.query(`SELECT coalesce(d.datname, current_database())::text AS database, bool_or(s.deptype = 'o') AS owned
       FROM pg_shdepend s LEFT JOIN pg_database d ON d.oid = s.dbid
      WHERE s.refclassid = 'pg_authid'::regclass AND s.refobjid = $1::oid
      GROUP BY 1`, [role.oid]);
    const name = esm/* default.escapeIdentifier */.Ay.escapeIdentifier(role.name);
    for (const { database } of rows)
        await broker.inDatabase(database, async (client) => {
            await client.query('BEGIN');
            try {
                await client.query(`REASSIGN OWNED BY ${name} TO ${esm/* default.escapeIdentifier */.Ay.escapeIdentifier(broker.owner)}`);
                await client.query(`DROP OWNED BY ${name}`);
                await client.query('COMMIT');
            }
            catch (error) {
                await client.query('ROLLBACK');
                throw error;
            }
        });
    return rows.some(({ owned }) => owned);
}

;// CONCATENATED MODULE: ./lib/credentials/postgres-role/index.js






/** A PostgreSQL role made for one grant: it acts as the owner, expires, and is dropped with its sessions. PostgreSQL 14 and later. */
const postgresRole = {
    issue: (request) => withBroker(request.target, request.secrets, (broker) => createRole(broker, request)),
    end({ grantId, target, handle, secrets }) {
        if (handle !== undefined && !isRoleName(handle))
            throw new errors/* SluiceError */.ah('CREDENTIAL_FAILED', `target ${target.name}: the handle does not name a role of ours`);
        return withBroker(target, secrets, async (broker) => {
            const marked = await markedRoles(broker);
            const mine = marked.filter(({ role, mark }) => mark.grant === grantId && mark.target === target.name && (handle ?? role.name) === role.name);
            let total = { sessionsEnded: 0, objectsReassigned: false };
            for (const { role } of mine)
                total = sum(total, await endRole(broker, role));
            return total;
        });
    },
    reap: ({ target, secrets, now, closed }) => withBroker(target, secrets, async (broker) => {
        const ended = [];
        const failed = [];
        for (const { role, mark } of await markedRoles(broker)) {
            // Another broker of the same server has its own reaper, and this one no right to its roles.
            if (!role.own)
                continue;
            if (Date.parse(mark.expires) > now.getTime() && !(await closed(mark.grant)))
                continue;
            try {
                await endRole(broker, role);
                ended.push(role.name);
            }
            catch (error) {
                const reason = error instanceof errors/* SluiceError */.ah ? error : brokerError(error, target);
                failed.push(`${role.name}: ${(0,errors/* describe */.q0)(reason)}`);
            }
        }
        if (failed.length > 0)
            throw new errors/* SluiceError */.ah('CREDENTIAL_FAILED', `target ${target.name}: ${ended.length} roles ended, ${failed.length} not yet: ${failed.slice(0, 5).join('; ')}`);
        return ended;
    }),
};
/** Roles whose name and comment are ours; nobody else's are ever touched. */
async function markedRoles({ client }) {
    const { rows } = await client.query(`SELECT oid, rolname::text AS name, shobj_description(oid, 'pg_authid') AS comment,
            pg_has_role(current_user, oid, 'USAGE') AS own
       FROM pg_roles WHERE starts_with(rolname::text, $1) ORDER BY oid`, [PREFIX]);
    return rows.flatMap(({ oid, name, comment, own }) => {
        const mark = isRoleName(name) ? read(comment) : undefined;
        return mark ? [{ role: { oid: Number(oid), name, own }, mark }] : [];
    });
}
const sum = (a, b) => ({
    sessionsEnded: a.sessionsEnded + b.sessionsEnded,
    objectsReassigned: a.objectsReassigned || b.objectsReassigned,
});

// EXTERNAL MODULE: ./node_modules/ssh2/lib/index.js
var lib = __webpack_require__(85472);
;// CONCATENATED MODULE: ./lib/credentials/ssh-certificate/authority.js


/** What sshd accepts of an authority today: SHA-1 is not among it. */
const ALGORITHMS = {
    'ssh-ed25519': { algorithm: 'ssh-ed25519' },
    'ssh-rsa': { algorithm: 'rsa-sha2-512', hash: 'sha512' },
};
/** Throws `SluiceError` CREDENTIAL_FAILED that names the target and the reference, never the key. */
function readAuthority(key, reference, target) {
    const parsed = lib.utils.parseKey(key.reveal());
    if (parsed instanceof Error || !parsed.isPrivateKey())
        throw failed(target, `${reference} is not a private key without a passphrase`, 'Name the file that `ssh-keygen -t ed25519 -N "" -f sluice_ca` made, not the one that ends in .pub');
    const how = Object.hasOwn(ALGORITHMS, parsed.type) ? ALGORITHMS[parsed.type] : undefined;
    if (!how)
        throw failed(target, `${reference} is a key of type ${parsed.type}, which does not sign certificates here`, 'Use an Ed25519 or RSA key');
    return {
        publicKey: parsed.getPublicSSH(),
        sign(bytes) {
            const signature = how.hash ? parsed.sign(bytes, how.hash) : parsed.sign(bytes);
            if (signature instanceof Error)
                throw failed(target, `${reference} cannot sign`, 'Make a new authority with `ssh-keygen -t ed25519`');
            return { algorithm: how.algorithm, signature };
        },
    };
}
function failed(target, message, hint) {
    return new errors/* SluiceError */.ah('CREDENTIAL_FAILED', `target ${target}: ${message}`, { hint });
}

;// CONCATENATED MODULE: ./lib/credentials/ssh-certificate/certificate.js
// OpenSSH user certificates: https://cvsweb.openbsd.org/src/usr.bin/ssh/PROTOCOL.certkeys

const TYPE = 'ssh-ed25519-cert-v01@openssh.com';
const USER = 1;
/** The line of a `-cert.pub` file, without a comment. */
function certify(request, authority) {
    if (request.principals.length === 0)
        throw new TypeError('a certificate without principals is for any account');
    const body = Buffer.concat([
        string(TYPE),
        string((0,external_node_crypto_.randomBytes)(32)),
        string(request.publicKey),
        uint64(request.serial),
        uint32(USER),
        string(request.keyId),
        string(Buffer.concat(request.principals.map(string))),
        uint64(request.validAfter),
        uint64(request.validBefore),
        string(certificate_options(request.critical)),
        string(certificate_options(Object.fromEntries(request.extensions.map((name) => [name, ''])))),
        string(''),
        string(authority.publicKey),
    ]);
    const { algorithm, signature } = authority.sign(body);
    const signed = string(Buffer.concat([string(algorithm), string(signature)]));
    return `${TYPE} ${Buffer.concat([body, signed]).toString('base64')}`;
}
/** In the order of their names; a value is a string within a string, and nothing when it is empty. */
function certificate_options(values) {
    const sorted = Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1));
    return Buffer.concat(sorted.flatMap(([name, value]) => [string(name), string(value === '' ? '' : string(value))]));
}
function string(value) {
    const bytes = typeof value === 'string' ? Buffer.from(value) : value;
    return Buffer.concat([uint32(bytes.length), bytes]);
}
function uint32(value) {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(value);
    return bytes;
}
function uint64(value) {
    const bytes = Buffer.alloc(8);
    bytes.writeBigUInt64BE(value);
    return bytes;
}

;// CONCATENATED MODULE: ./lib/credentials/ssh-certificate/index.js





/** Clocks of server and target differ. */
const EARLY_SECONDS = 60n;
/**
 * A key and its certificate, made for one grant. Nothing is made on the target, so nothing has to end there: the
 * certificate expires with the session, and its key is in the session's memory only.
 */
const sshCertificate = {
    async issue({ grantId, target, expiresAt, secrets, }) {
        const credential = certificateOf(target);
        const authority = readAuthority(secrets(credential.ca), credential.ca, target.name);
        const pair = keyPair();
        const serial = (0,external_node_crypto_.randomBytes)(8).readBigUInt64BE();
        const certificate = certify({
            publicKey: rawPublicKey(pair.public),
            serial,
            keyId: `sluice ${target.name} ${grantId}`,
            principals: credential.principals,
            validAfter: seconds(Date.now()) - EARLY_SECONDS,
            // Rounded up: sshd refuses from this second on.
            validBefore: seconds(Date.parse(expiresAt) + 999),
            critical: {
                ...(credential.forceCommand === undefined ? {} : { 'force-command': credential.forceCommand }),
                ...(credential.sourceAddress === undefined
                    ? {}
                    : { 'source-address': credential.sourceAddress.join(',') }),
            },
            extensions: [
                ...(target.ssh?.shell === 'record' ? ['permit-pty'] : []),
                ...(target.ssh?.forward.length ? ['permit-port-forwarding'] : []),
            ],
        }, authority);
        return {
            user: credential.user,
            privateKey: new secret/* Secret */.z(pair.private),
            certificate,
            handle: String(serial),
        };
    },
    async end() {
        return { sessionsEnded: 0, objectsReassigned: false };
    },
    async reap() {
        return [];
    },
};
/** ssh2 makes keys, now and then, that it cannot read again. */
function keyPair() {
    for (;;) {
        const pair = lib.utils.generateKeyPairSync('ed25519');
        if (!(lib.utils.parseKey(pair.private) instanceof Error))
            return pair;
    }
}
function certificateOf({ credential, name }) {
    if (credential.provider === 'ssh-certificate')
        return credential;
    throw new TypeError(`target ${name} has no certificates`);
}
/** Length, type, length, key. */
const BLOB = 4 + 'ssh-ed25519'.length + 4 + 32;
function rawPublicKey(line) {
    const blob = Buffer.from(line.split(' ')[1] ?? '', 'base64');
    if (blob.length !== BLOB)
        throw new TypeError('not an Ed25519 key');
    return blob.subarray(-32);
}
const seconds = (ms) => BigInt(Math.floor(ms / 1000));

// EXTERNAL MODULE: ./lib/credentials/static/index.js
var credentials_static = __webpack_require__(5289);
// EXTERNAL MODULE: ./lib/credentials/reference.js
var reference = __webpack_require__(17399);
// EXTERNAL MODULE: ./lib/credentials/target.js + 1 modules
var credentials_target = __webpack_require__(20721);
;// CONCATENATED MODULE: ./lib/credentials/index.js



/** Every provider, by its name in the policy file. */
const PROVIDERS = {
    static: credentials_static/* staticProvider */.M,
    'postgres-role': postgresRole,
    'ssh-certificate': sshCertificate,
};



// EXTERNAL MODULE: ./lib/policy/load.js + 14 modules
var load = __webpack_require__(3536);
// EXTERNAL MODULE: ./node_modules/pino/pino.js
var pino = __webpack_require__(65005);
;// CONCATENATED MODULE: ./lib/server/log.js


/** Members that may hold a secret, at the first two levels; nothing logs a body or headers as a whole. */
const SECRET = [
    'token',
    'access_token',
    'refresh_token',
    'subject_token',
    'auth_req_id',
    'authorization',
    'dpop',
    'password',
    'secret',
    'handle',
    'url',
];
/** JSON lines to `write`. */
function createLog(write, level = 'info') {
    return (0,pino.pino)({
        level,
        base: null,
        timestamp: pino.pino.stdTimeFunctions.isoTime,
        formatters: { level: (label) => ({ level: label }) },
        redact: { paths: SECRET.flatMap((name) => [name, `*.${name}`]), censor: '[secret]' },
        serializers: { err: describeError },
    }, { write });
}
/** No stack and no cause: a driver's error may quote what it was given. */
function describeError(error) {
    if (!(error instanceof Error))
        return { type: typeof error, message: 'not an error' };
    const code = 'code' in error ? { code: String(error.code) } : {};
    const hint = error instanceof errors/* SluiceError */.ah && error.hint !== undefined ? { hint: error.hint } : {};
    return { type: error.name, ...code, message: error.message, ...hint };
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/core/version.js
var version = __webpack_require__(18067);
// EXTERNAL MODULE: ./node_modules/jose/dist/webapi/jws/compact/verify.js + 1 modules
var verify = __webpack_require__(95705);
;// CONCATENATED MODULE: ./lib/identity/json.js
// JSON of tokens: a member that occurs twice means different things to different readers, so it is refused.
/** Parses a JSON object. Throws `SyntaxError` for anything else, and for duplicate members at any depth. */
function parseObject(text) {
    const value = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        throw new SyntaxError('not a JSON object');
    refuseDuplicates(text);
    return value;
}
/** Parses any JSON value. Throws `SyntaxError` also for duplicate members at any depth. */
function parseStrict(text) {
    const value = JSON.parse(text);
    refuseDuplicates(text);
    return value;
}
/** `text` is known to be JSON: its strings and brackets are all that is needed to find the members. */
function refuseDuplicates(text) {
    const open = [];
    const tokens = /"(?:[^"\\]|\\.)*"(\s*:)?|[{}[\]]/g;
    for (const [token, colon] of text.matchAll(tokens)) {
        if (token === '{')
            open.push(new Set());
        else if (token === '[')
            open.push(undefined);
        else if (token === '}' || token === ']')
            open.pop();
        else if (colon !== undefined)
            addMember(open.at(-1), token.slice(0, -colon.length));
    }
}
function addMember(members, quoted) {
    const name = JSON.parse(quoted);
    if (typeof name !== 'string' || members === undefined)
        return;
    if (members.has(name))
        throw new SyntaxError('a member occurs twice');
    members.add(name);
}

;// CONCATENATED MODULE: ./lib/identity/refusal.js
/** A token that is not accepted: which check failed (for the audit log) and what a person may be told. */
class Refusal extends Error {
    check;
    constructor(check, message) {
        super(message);
        this.name = 'Refusal';
        this.check = check;
    }
}
/** The checks of a pipeline token, in the order in which they run. */
const CHECKS = (/* unused pure expression or super */ null && ([
    'token-shape',
    'token-json',
    'issuer',
    'header',
    'algorithm',
    'key-id',
    'keys-unavailable',
    'key-unknown',
    'signature',
    'times',
    'lifetime',
    'audience',
    'token-id',
    'claims',
]));

;// CONCATENATED MODULE: ./lib/identity/compact.js
// The compact form of a signed token, read without trusting it: https://www.rfc-editor.org/rfc/rfc7515#section-7.1


const SHAPE = /^[\w-]+\.[\w-]+\.[\w-]+$/;
const MAX_BYTES = 8192;
/** Splits and parses a token of at most 8 KiB. Throws `Refusal` for every other shape; the signature is not looked at. */
function readCompact(token) {
    if (token.length > MAX_BYTES)
        throw new Refusal('token-shape', 'the token is larger than 8 KiB');
    if (!SHAPE.test(token))
        throw new Refusal('token-shape', 'the token is not a compact signed token');
    const [header = '', payload = ''] = token.split('.');
    return { header: readPart(header), payload: readPart(payload) };
}
function readPart(part) {
    const bytes = Buffer.from(part, 'base64url');
    if (bytes.toString('base64url') !== part)
        throw new Refusal('token-shape', 'the token is not canonical base64url');
    try {
        return parseObject(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
    }
    catch {
        throw new Refusal('token-json', 'the token holds no JSON object, or a member twice');
    }
}

// EXTERNAL MODULE: ./node_modules/jose/dist/webapi/key/import.js + 2 modules
var key_import = __webpack_require__(13566);
;// CONCATENATED MODULE: ./lib/identity/download.js

const TIMEOUT_MS = 5000;
const download_MAX_BYTES = 256 * 1024;
/**
 * Gets a JSON object: https (http on loopback only), no redirects, 5 s for everything, 256 KiB.
 * Throws `Error`; the message names the address and the reason.
 */
async function download(address, fetch) {
    requireSafe(address);
    try {
        const response = await fetch(address, {
            redirect: 'error',
            headers: { accept: 'application/json' },
            signal: AbortSignal.timeout(TIMEOUT_MS),
        });
        if (response.status !== 200) {
            await response.body?.cancel();
            throw new Error(`status ${response.status}`);
        }
        return parseObject(await readText(response));
    }
    catch (error) {
        throw new Error(`${address}: ${reason(error)}`);
    }
}
/** Throws unless the address is https, or http to this machine. */
function requireSafe(address) {
    const url = new URL(address);
    if (url.username || url.password)
        throw new Error(`${url.host}: no user name or password in an address`);
    if (url.protocol === 'https:')
        return;
    if (url.protocol === 'http:' && isLoopback(url.hostname))
        return;
    throw new Error(`${address}: only https, or http to this machine`);
}
function isLoopback(hostname) {
    return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}
async function readText(response) {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    let size = 0;
    let text = '';
    for await (const chunk of response.body ?? []) {
        size += chunk.byteLength;
        if (size > download_MAX_BYTES)
            throw new Error('more than 256 KiB');
        text += decoder.decode(chunk, { stream: true });
    }
    return text + decoder.decode();
}
function reason(error) {
    if (!(error instanceof Error))
        return String(error);
    return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}

;// CONCATENATED MODULE: ./lib/identity/keys.js
// An issuer's signing keys: fetched from the configured issuer only, cached, bounded.



const FRESH_MS = 10 * 60_000;
const STALE_MS = 24 * 3600_000;
const UNKNOWN_MS = 60_000;
const RETRY_MS = 5000;
/**
 * Fresh for 10 minutes. Afterwards keys that are known stay usable for 24 hours while the issuer is away.
 * Unknown ids cause at most one fetch a minute; a failing issuer is asked again after 5 seconds.
 */
function createKeySource(options) {
    const { clock } = options;
    let keys = new Map();
    let fetchedAt = Number.NEGATIVE_INFINITY;
    let attemptedAt = Number.NEGATIVE_INFINITY;
    let failed = false;
    let running;
    const refresh = () => {
        attemptedAt = clock();
        running ??= fetchKeys(options)
            .then((found) => {
            keys = found;
            fetchedAt = clock();
            failed = false;
        }, (error) => {
            failed = true;
            options.onError?.(error);
        })
            .finally(() => {
            running = undefined;
        });
        return running;
    };
    const due = (kid) => {
        const pause = failed ? RETRY_MS : UNKNOWN_MS;
        const age = clock() - fetchedAt;
        return (age >= FRESH_MS || !keys.has(kid)) && clock() - attemptedAt >= pause;
    };
    return {
        async find(kid) {
            if (due(kid))
                await refresh();
            else if (running && !keys.has(kid))
                await running;
            const age = clock() - fetchedAt;
            const key = keys.get(kid);
            if (key && age < STALE_MS)
                return key;
            if (age >= STALE_MS)
                throw new Refusal('keys-unavailable', 'the issuer’s keys cannot be fetched');
            throw new Refusal('key-unknown', 'the token is signed with a key that the issuer does not publish');
        },
    };
}
async function fetchKeys(options) {
    const uri = options.jwksUri ?? (await discover(options));
    const { keys } = await download(uri, options.fetch);
    if (!Array.isArray(keys))
        throw new Error(`${uri}: no list of keys`);
    const found = new Map();
    for (const jwk of keys.slice(0, 100)) {
        if (!isSigningKey(jwk))
            continue;
        const key = await (0,key_import/* importJWK */.Og)({ kty: 'RSA', n: jwk.n, e: jwk.e }, 'RS256').catch(() => undefined);
        if (key && !(key instanceof Uint8Array) && modulusBits(key) >= 2048)
            found.set(jwk.kid, key);
    }
    if (found.size === 0)
        throw new Error(`${uri}: no RSA signing key of 2048 bits or more`);
    return found;
}
async function discover({ issuer, fetch }) {
    const document = await download(`${issuer}/.well-known/openid-configuration`, fetch);
    if (document.issuer !== issuer)
        throw new Error(`${issuer}: its discovery document names another issuer`);
    const uri = document.jwks_uri;
    if (typeof uri !== 'string')
        throw new Error(`${issuer}: its discovery document has no jwks_uri`);
    // Whoever can write an issuer's document must not be able to send this server to itself.
    if (issuer.startsWith('https:') && !uri.startsWith('https:'))
        throw new Error(`${issuer}: its discovery document names an address without TLS`);
    return uri;
}
function isSigningKey(value) {
    if (typeof value !== 'object' || value === null)
        return false;
    const jwk = value;
    return (jwk.kty === 'RSA' &&
        typeof jwk.kid === 'string' &&
        typeof jwk.n === 'string' &&
        typeof jwk.e === 'string' &&
        (jwk.use === undefined || jwk.use === 'sig') &&
        (jwk.alg === undefined || jwk.alg === 'RS256'));
}
function modulusBits(key) {
    const { modulusLength } = key.algorithm;
    return modulusLength ?? 0;
}

;// CONCATENATED MODULE: ./lib/identity/platforms.js

const PLATFORMS = {
    github: {
        lifetime: 3600,
        required: [
            'repository_id',
            'repository_owner_id',
            'repository',
            'run_id',
            'run_attempt',
            'ref',
            'ref_type',
            'event_name',
        ],
        optional: [],
        job: ['repository_id', 'run_id', 'run_attempt', 'check_run_id'],
        change: [
            'repository_id',
            'repository_owner_id',
            'run_id',
            'ref',
            'ref_type',
            'sha',
            'event_name',
            'environment',
            'workflow_ref',
            'workflow_sha',
            'job_workflow_ref',
            'job_workflow_sha',
            'runner_environment',
            'actor_id',
        ],
        starter: ['actor'],
        repository: 'repository_id',
    },
    gitlab: {
        lifetime: 24 * 3600,
        required: ['project_id', 'project_path', 'pipeline_id', 'job_id', 'pipeline_source', 'ref', 'ref_type'],
        optional: ['job_project_id'],
        job: ['project_id', 'pipeline_id', 'job_id'],
        change: [
            'project_id',
            'pipeline_id',
            'namespace_id',
            'job_project_id',
            'ref',
            'ref_type',
            'ref_path',
            'sha',
            'pipeline_source',
            'environment',
            'environment_action',
            'deployment_tier',
            'ci_config_ref_uri',
            'ci_config_sha',
            'runner_environment',
            'user_id',
        ],
        starter: ['user_login', 'user_email'],
        repository: 'project_id',
    },
};
/** The claims that are non-empty strings; access rules match nothing else. Throws `Refusal` when one is missing or odd. */
function readClaims(platform, payload) {
    const claims = Object.create(null);
    for (const [name, value] of Object.entries(payload))
        if (typeof value === 'string' && value !== '')
            claims[name] = value;
    const missing = platform.required.find((name) => claims[name] === undefined);
    if (missing !== undefined)
        throw new Refusal('claims', `the token has no ${missing}`);
    const odd = platform.optional.find((name) => Object.hasOwn(payload, name) && claims[name] === undefined);
    if (odd !== undefined)
        throw new Refusal('claims', `the token’s ${odd} is not a string`);
    return Object.freeze(claims);
}

;// CONCATENATED MODULE: ./lib/identity/verify.js





const LEEWAY = 30;
const MAX_TEXT = 256;
/** Verifies pipeline tokens of the configured issuers; nothing that a token names is ever fetched. */
function createVerifier(options) {
    const trusted = new Map();
    for (const issuer of options.issuers) {
        const keys = createKeySource({
            issuer: issuer.issuer,
            jwksUri: issuer.jwksUri,
            fetch: options.fetch,
            clock: options.clock,
            onError: (error) => options.onKeysError?.(issuer.name, error),
        });
        trusted.set(issuer.issuer, { issuer, keys });
    }
    return {
        async verify(token) {
            const compact = readCompact(token);
            const { iss } = compact.payload;
            const found = typeof iss === 'string' ? trusted.get(iss) : undefined;
            if (!found)
                throw new Refusal('issuer', 'the token’s issuer is not configured');
            const key = await found.keys.find(readKeyId(compact));
            try {
                await (0,verify/* compactVerify */.B)(token, key, { algorithms: ['RS256'] });
            }
            catch {
                throw new Refusal('signature', 'the token’s signature does not verify');
            }
            return identify(found.issuer, compact.payload, options.clock() / 1000);
        },
    };
}
/** RS256 is what both platforms sign with; `jwk`, `jku`, `x5u` and `x5c` are never looked at. */
function readKeyId({ header }) {
    if ('crit' in header || 'enc' in header || 'b64' in header)
        throw new Refusal('header', 'the token’s header asks for something that is not supported');
    if (header.alg !== 'RS256')
        throw new Refusal('algorithm', 'the token is not signed with RS256');
    const { kid } = header;
    if (typeof kid !== 'string' || kid === '' || kid.length > MAX_TEXT)
        throw new Refusal('key-id', 'the token names no key');
    return kid;
}
function identify(issuer, payload, now) {
    const platform = PLATFORMS[issuer.platform];
    const expires = checkTimes(payload, platform.lifetime, now);
    if (issuer.audience === '' || payload.aud !== issuer.audience)
        throw new Refusal('audience', 'the token is for another audience');
    const { jti } = payload;
    if (typeof jti !== 'string' || jti === '' || jti.length > MAX_TEXT)
        throw new Refusal('token-id', 'the token has no jti');
    const claims = readClaims(platform, payload);
    return {
        issuer: issuer.name,
        claims,
        repository: claims[platform.repository] ?? '',
        job: JSON.stringify(platform.job.map((name) => claims[name] ?? '')),
        jti,
        rememberUntil: (expires + LEEWAY) * 1000,
    };
}
/** Returns `exp`, seconds. */
function checkTimes(payload, lifetime, now) {
    const { iat, nbf, exp } = payload;
    if (!isTime(iat) || !isTime(nbf) || !isTime(exp))
        throw new Refusal('times', 'iat, nbf and exp must all be there, as numbers');
    if (iat > now + LEEWAY)
        throw new Refusal('times', 'the token was issued in the future');
    if (nbf > now + LEEWAY)
        throw new Refusal('times', 'the token is not valid yet');
    if (exp <= now - LEEWAY)
        throw new Refusal('times', 'the token has expired');
    if (exp <= iat || exp - iat > lifetime)
        throw new Refusal('lifetime', `the token lives longer than ${lifetime} s`);
    return exp;
}
function isTime(value) {
    return typeof value === 'number' && Number.isFinite(value) && value > 0;
}

// EXTERNAL MODULE: ./lib/recording/chain.js
var chain = __webpack_require__(97822);
// EXTERNAL MODULE: ./node_modules/hono/dist/index.js + 16 modules
var dist = __webpack_require__(93345);
// EXTERNAL MODULE: ./node_modules/hono/dist/middleware/secure-headers/index.js + 1 modules
var secure_headers = __webpack_require__(50459);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
;// CONCATENATED MODULE: ./lib/server/address.js
// Who called: an address for the audit log, and the network that limits count.

/**
 * Reads the caller's address. `X-Forwarded-For` counts only as far as trusted proxies wrote it, from its end: what the
 * caller itself sent stands before that.
 */
function createCallers(trusted) {
    const proxies = new external_node_net_.BlockList();
    for (const entry of trusted) {
        const [address = '', bits] = entry.split('/');
        const family = (0,external_node_net_.isIP)(address) === 6 ? 'ipv6' : 'ipv4';
        proxies.addSubnet(address, Number(bits ?? (family === 'ipv6' ? 128 : 32)), family);
    }
    const isProxy = (address) => proxies.check(address, (0,external_node_net_.isIP)(address) === 6 ? 'ipv6' : 'ipv4');
    return (socket, forwarded) => {
        let address = plain(socket ?? '') ?? 'unknown';
        const hops = forwarded === undefined ? [] : forwarded.split(',');
        while (hops.length > 0 && (0,external_node_net_.isIP)(address) !== 0 && isProxy(address)) {
            const before = plain(hops.pop()?.trim() ?? '');
            if (before === undefined)
                break;
            address = before;
        }
        return { address, network: networkOf(address) };
    };
}
/** An IP address without port, brackets and zone, an IPv4 address as such; undefined for anything else. */
function plain(text) {
    const [, bracketed, four] = /^(?:\[([^\]]*)\]|([\d.]+))(?::\d+)?$/.exec(text) ?? [];
    const address = (bracketed ?? four ?? text).replace(/%.*$/, '');
    if ((0,external_node_net_.isIP)(address) === 0)
        return undefined;
    return /^::ffff:([\d.]+)$/i.exec(address)?.[1] ?? address;
}
function networkOf(address) {
    if ((0,external_node_net_.isIP)(address) !== 6)
        return address;
    const [head = '', tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
    const groups = (part) => (part ? part.split(':') : []);
    const known = [...groups(head), ...groups(tail)].length;
    const zeros = tail === undefined ? [] : Array.from({ length: 8 - known }, () => '0');
    return `${[...groups(head), ...zeros, ...groups(tail)].slice(0, 4).join(':')}::/64`;
}

;// CONCATENATED MODULE: ./lib/server/store/approvals.js
function approvals_standing({ state, expires_at }, now) {
    return state === 'waiting' && expires_at <= now ? 'expired' : state;
}
async function addApproval(store, row) {
    await store
        .insertInto('approvals')
        .values({ ...row, state: 'waiting', scope: null, polled_at: 0, decided_at: null })
        .execute();
}
async function findApproval(store, id) {
    return store.selectFrom('approvals').selectAll().where('id', '=', id).executeTakeFirst();
}
/** The access request that a job polls for. */
async function findPolled(store, hash) {
    return store.selectFrom('approvals').selectAll().where('poll_hash', '=', hash).executeTakeFirst();
}
/** Newest first; `before` is the last one of the page before. Waiting ones are those that somebody can still decide. */
async function listApprovals(store, { waiting, now, limit, before, }) {
    let query = store
        .selectFrom('approvals')
        .innerJoin('grants', 'grants.id', 'approvals.grant_id')
        .selectAll('approvals')
        .select(['grants.repository', 'grants.issuer', 'grants.claims', 'grants.rule', 'grants.targets'])
        .orderBy('approvals.created_at', 'desc')
        .orderBy('approvals.id', 'desc')
        .limit(limit);
    if (waiting)
        query = query.where('approvals.state', '=', 'waiting').where('approvals.expires_at', '>', now);
    if (before)
        query = query.where((is) => is.or([
            is('approvals.created_at', '<', before.created_at),
            is.and([is('approvals.created_at', '=', before.created_at), is('approvals.id', '<', before.id)]),
        ]));
    return query.execute();
}
/**
 * Gives a request that an earlier attempt of the run left behind to this one; undefined when there is none. The earlier
 * attempt's grant ends with it. Call it in the transaction that adds the new grant.
 */
async function takeParked(store, subject, by) {
    const found = await store
        .selectFrom('approvals')
        .selectAll()
        .where('subject_sha256', '=', subject)
        .where('parked', '=', 1)
        .where('state', 'in', ['waiting', 'approved'])
        .where('expires_at', '>', by.now)
        .orderBy('created_at', 'desc')
        .executeTakeFirst();
    if (!found)
        return undefined;
    await store
        .updateTable('approvals')
        .set({ grant_id: by.grant, poll_hash: by.hash, polled_at: 0, parked: by.park ? 1 : 0 })
        .where('id', '=', found.id)
        .execute();
    await store
        .updateTable('grants')
        .set({ state: 'ended', ended_at: by.now, end_reason: 'parked' })
        .where('id', '=', found.grant_id)
        .where('state', '=', 'pending')
        .execute();
    return found;
}
async function decisionsOn(store, id) {
    return store
        .selectFrom('decisions')
        .selectAll()
        .where('approval_id', '=', id)
        .orderBy('at')
        .orderBy('person')
        .execute();
}
/**
 * Notes one person's decision and what follows from it: a no denies at once, enough of yes approve, for the narrowest
 * scope that anybody gave. Undefined when it comes too late: decided before, past the deadline, of another request than
 * was shown, or a second one of this person. Call it in a transaction.
 */
async function decideApproval(store, id, decision) {
    const { requestSha256, now, ...given } = decision;
    // Written to, so that a second decision waits for this transaction.
    const open = await store
        .updateTable('approvals')
        .set({ decided_at: now })
        .where('id', '=', id)
        .where('state', '=', 'waiting')
        .where('request_sha256', '=', requestSha256)
        .where('expires_at', '>', now)
        .returning('min')
        .executeTakeFirst();
    if (!open)
        return undefined;
    const added = await store
        .insertInto('decisions')
        .values({ approval_id: id, at: now, ...given })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
    if (added.numInsertedOrUpdatedRows !== 1n)
        return undefined;
    const all = await decisionsOn(store, id);
    const state = given.decision === 'denied' ? 'denied' : all.length >= open.min ? 'approved' : 'waiting';
    const scope = all.every((one) => one.scope === 'session') ? 'session' : 'once';
    if (state !== 'waiting')
        await store
            .updateTable('approvals')
            .set({ state, scope: state === 'approved' ? scope : null })
            .where('id', '=', id)
            .execute();
    return state;
}
/** Nobody needs an answer any more; false when there was one. */
async function withdrawApproval(store, id, now) {
    const result = await store
        .updateTable('approvals')
        .set({ state: 'withdrawn', decided_at: now })
        .where('id', '=', id)
        .where('state', '=', 'waiting')
        .executeTakeFirst();
    return result.numUpdatedRows === 1n;
}
/** Ids of requests that nobody answered in time, `limit` at most and each once. */
async function expireApprovals(store, now, limit) {
    const rows = await store
        .updateTable('approvals')
        .set({ expiry_told: 1 })
        .where('id', 'in', (expired) => expired
        .selectFrom('approvals as each')
        .select('each.id')
        .where('each.state', '=', 'waiting')
        .where('each.expiry_told', '=', 0)
        .where('each.expires_at', '<=', now)
        .limit(limit))
        .returning('id')
        .execute();
    return rows.map(({ id }) => id);
}
/** Of all sessions together. */
async function countAllWaiting(store, now) {
    const { count } = await store
        .selectFrom('approvals')
        .select((select) => select.fn.countAll().as('count'))
        .where('state', '=', 'waiting')
        .where('expires_at', '>', now)
        .executeTakeFirstOrThrow();
    return Number(count);
}
/** Notes a poll; false when the one before it is younger than the interval (ms). */
async function notePoll(store, id, now, interval) {
    const result = await store
        .updateTable('approvals')
        .set({ polled_at: now })
        .where('id', '=', id)
        .where('polled_at', '<=', now - interval)
        .executeTakeFirst();
    return result.numUpdatedRows === 1n;
}
/** Turns an approved request into a grant, once. */
async function redeemApproval(store, id, now) {
    const result = await store
        .updateTable('approvals')
        .set({ state: 'redeemed' })
        .where('id', '=', id)
        .where('state', '=', 'approved')
        .where('expires_at', '>', now)
        .executeTakeFirst();
    return result.numUpdatedRows === 1n;
}
async function isApproved(store, grant) {
    const row = await store
        .selectFrom('approvals')
        .select('id')
        .where('grant_id', '=', grant)
        .where('kind', '=', 'access')
        .where('state', '=', 'redeemed')
        .executeTakeFirst();
    return row !== undefined;
}
/** Ids of grants that nobody approved in time, or somebody denied. */
async function deadRequests(store, now) {
    const rows = await store
        .selectFrom('approvals')
        .innerJoin('grants', 'grants.id', 'approvals.grant_id')
        .select('grants.id')
        .where('approvals.kind', '=', 'access')
        .where('grants.state', '=', 'pending')
        .where((or) => or.or([or('approvals.state', '=', 'denied'), or('approvals.expires_at', '<=', now)]))
        .limit(500)
        .execute();
    return rows.map((row) => row.id);
}

;// CONCATENATED MODULE: ./lib/server/store/grants.js
/**
 * Takes every target for this job, or none; false when one was granted to the job before.
 * One statement: the primary key decides between two callers. Call it in the transaction that adds the grant.
 */
async function takeJob(store, job) {
    const result = await store
        .insertInto('jobs')
        .values(job.targets.map((target) => ({ issuer: job.issuer, job: job.job, target, grant_id: job.grant })))
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
    return result.numInsertedOrUpdatedRows === BigInt(job.targets.length);
}
async function findGrant(store, id) {
    return store.selectFrom('grants').selectAll().where('id', '=', id).executeTakeFirst();
}
/** Ends a grant; false when it had ended before. */
async function endGrant(store, id, now, reason) {
    const result = await store
        .updateTable('grants')
        .set({ state: 'ended', ended_at: now, end_reason: reason })
        .where('id', '=', id)
        .where('state', '!=', 'ended')
        .executeTakeFirst();
    return result.numUpdatedRows === 1n;
}
/** Ends the active grants whose session is over; returns how many. */
async function endOverdue(store, now) {
    const result = await store
        .updateTable('grants')
        .set({ state: 'ended', ended_at: now, end_reason: 'expired' })
        .where('state', '=', 'active')
        .where('expires_at', '<=', now)
        .executeTakeFirst();
    return Number(result.numUpdatedRows);
}
/** Ids of grants that ended before `before` and whose record is not known to be sealed. */
async function unsealedGrants(store, before) {
    const rows = await store
        .selectFrom('grants')
        .select('id')
        .where('state', '=', 'ended')
        .where('sealed', '=', 0)
        .where('issued_at', 'is not', null)
        .where('ended_at', '<=', before)
        .limit(500)
        .execute();
    return rows.map((row) => row.id);
}
async function markSealed(store, id) {
    await store.updateTable('grants').set({ sealed: 1 }).where('id', '=', id).execute();
}
const targetsOf = (grant) => JSON.parse(grant.targets);
const claimsOf = (grant) => JSON.parse(grant.claims);

// EXTERNAL MODULE: ./node_modules/kysely/dist/raw-builder/sql.js + 1 modules
var sql = __webpack_require__(20189);
;// CONCATENATED MODULE: ./lib/server/store/outbox.js
// What others must still be told. A row is written with the change that it tells of, and goes when it was delivered.


/** The migration; for retention as well. */
async function createOutbox(db) {
    await db.schema
        .createTable('outbox')
        .addColumn('seq', 'integer', (column) => column.primaryKey().autoIncrement())
        .addColumn('id', 'text', (column) => column.notNull().unique())
        .addColumn('lane', 'text', (column) => column.notNull())
        .addColumn('event', 'text', (column) => column.notNull())
        .addColumn('created_at', 'bigint', (column) => column.notNull())
        .addColumn('next_at', 'bigint', (column) => column.notNull())
        .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
        .execute();
    await db.schema.createIndex('outbox_by_lane').on('outbox').columns(['lane', 'seq']).execute();
    await db.schema
        .alterTable('approvals')
        .addColumn('expiry_told', 'integer', (column) => column.notNull().defaultTo(0))
        .execute();
    await (0,sql/* sql */.l) `create index approvals_by_expiry on approvals (expires_at)
    where state = 'waiting' and expiry_told = 0`.execute(db);
    await db.schema.alterTable('grants').addColumn('record_deleted_at', 'bigint').execute();
    await (0,sql/* sql */.l) `create index grants_by_targets on grants (targets, ended_at)
    where sealed = 1 and record_deleted_at is null`.execute(db);
    // What expired before anybody was told is not told now.
    await db.updateTable('approvals').set({ expiry_told: 1 }).where('expires_at', '<', Date.now()).execute();
}
/** Call it in the transaction of the change. Times are milliseconds since the epoch. */
async function addNotice(store, { lane, event, now }) {
    await store
        .insertInto('outbox')
        .values({ id: `msg_${(0,external_node_crypto_.randomBytes)(16).toString('hex')}`, lane, event, created_at: now, next_at: now })
        .execute();
}
/** The oldest of each lane, as far as their time has come. */
async function dueNotices(store, now, { except, limit }) {
    let query = store
        .selectFrom('outbox')
        .selectAll()
        .where('seq', 'in', (heads) => heads
        .selectFrom('outbox as each')
        .select((select) => select.fn.min('each.seq').as('head'))
        .groupBy('each.lane'))
        .where('next_at', '<=', now)
        .orderBy('next_at')
        .orderBy('seq')
        .limit(limit);
    if (except.length > 0)
        query = query.where('lane', 'not in', except);
    return query.execute();
}
/** Takes a row for one attempt until `until`; false when another server has it. */
async function claimNotice(store, { seq, attempts }, until) {
    const result = await store
        .updateTable('outbox')
        .set({ attempts: attempts + 1, next_at: until })
        .where('seq', '=', seq)
        .where('attempts', '=', attempts)
        .executeTakeFirst();
    return result.numUpdatedRows === 1n;
}
async function postponeNotice(store, seq, until) {
    await store.updateTable('outbox').set({ next_at: until }).where('seq', '=', seq).execute();
}
async function endNotice(store, seq) {
    await store.deleteFrom('outbox').where('seq', '=', seq).execute();
}
/** Drops what is older than `before` (ms); returns the lanes, once for each row. */
async function dropNotices(store, before) {
    const rows = await store.deleteFrom('outbox').where('created_at', '<', before).returning('lane').execute();
    return rows.map(({ lane }) => lane);
}
async function countNotices(store) {
    const { count } = await store
        .selectFrom('outbox')
        .select((select) => select.fn.countAll().as('count'))
        .executeTakeFirstOrThrow();
    return Number(count);
}

;// CONCATENATED MODULE: ./lib/server/approvals/starter.js


/** What the `issuer` of a deployment's request is: no issuer of a policy file can have this name. */
const DEPLOYMENTS = 'github:app';
/** Of a deployment's claims: who set it off, and whoever else is named as its maker. */
const DEPLOYERS = ['actor', 'creator'];
/** Names of whoever started the run, as the platform writes them. */
function startedBy(config, grant) {
    const platform = config.issuers[grant.issuer]?.platform;
    const claims = claimsOf(grant);
    const starter = platform ? PLATFORMS[platform].starter : [];
    const names = grant.issuer === DEPLOYMENTS ? DEPLOYERS : starter;
    return [...new Set(names.flatMap((claim) => claims[claim] ?? []))];
}

;// CONCATENATED MODULE: ./lib/server/notify/notice.js


const MOST_NAMES = 20;
const LONGEST_NAME = 300;
function noticeOf(config, { event, approval, grant, decisions, now }) {
    const claims = claimsOf(grant);
    const statement = approval.kind === 'statement' ? JSON.parse(approval.request).statement : undefined;
    const { environment, sha } = claims;
    return {
        type: `approval.${event}`,
        timestamp: new Date(now).toISOString(),
        data: {
            id: approval.id,
            kind: approval.kind,
            state: event === 'expired' ? 'expired' : approval.state === 'redeemed' ? 'approved' : approval.state,
            repository: brief(claims.repository ?? claims.project_path ?? grant.repository),
            ref: brief(claims.ref ?? ''),
            started_by: startedBy(config, grant).slice(0, MOST_NAMES).map(brief),
            targets: statement ? [statement.target] : targetsOf(grant),
            ...(environment === undefined ? {} : { environment: brief(environment) }),
            ...(sha === undefined ? {} : { commit: brief(sha) }),
            access: grant.rule,
            rules: (statement?.findings ?? []).slice(0, MOST_NAMES).map(({ rule }) => brief(rule)),
            ...(statement ? { statement: statement.text } : {}),
            approvers: JSON.parse(approval.approvers),
            min: approval.min,
            decided_by: decisions.map(({ name }) => brief(name)),
            uri: `${config.server.url}/approvals/${approval.id}`,
            expires_at: new Date(approval.expires_at).toISOString(),
        },
    };
}
/** Names come from jobs: they may be as long as somebody likes. */
const brief = (text) => text.length > LONGEST_NAME ? `${text.slice(0, LONGEST_NAME)}…` : text;

;// CONCATENATED MODULE: ./lib/server/notify/tell.js




/** Rows that one transaction takes at most. */
const AT_ONCE = 100;
/** Call it in the transaction that changes the request, after the change. */
async function tell({ config, clock }, store, id, event) {
    const { notify, github } = config.server;
    const answers = github !== undefined && (event === 'decided' || event === 'expired');
    if (!answers && !notify.some(({ on }) => on.includes(event)))
        return;
    const approval = await findApproval(store, id);
    const grant = approval && (await findGrant(store, approval.grant_id));
    if (!approval || !grant)
        return;
    const now = clock();
    if (answers && approval.kind === 'deployment')
        await addNotice(store, {
            lane: `github:${id}`,
            event: JSON.stringify({ approval: id }),
            now,
        });
    const decisions = await decisionsOn(store, id);
    const notice = noticeOf(config, { event, approval, grant, decisions, now });
    for (const receiver of notify)
        if (wants(receiver, event, notice))
            await addNotice(store, {
                lane: receiver.name,
                event: JSON.stringify(receiver.statement ? notice : withoutText(notice)),
                now,
            });
}
function wants({ on, targets }, event, { data }) {
    return on.includes(event) && (!targets || data.targets.some((name) => targets.includes(name)));
}
/** Also when it is sent: the policy file may have changed since it was written down. */
function withoutText({ data: { statement: _, ...data }, ...notice }) {
    return { ...notice, data };
}
/** Tells of requests that nobody answered in time, each once. */
async function tellExpired(services) {
    const { store, clock } = services;
    for (;;) {
        const told = await store.transaction().execute(async (transaction) => {
            const ids = await expireApprovals(transaction, clock(), AT_ONCE);
            for (const id of ids)
                await tell(services, transaction, id, 'expired');
            return ids.length;
        });
        if (told < AT_ONCE)
            return;
    }
}

;// CONCATENATED MODULE: ./lib/server/oauth/errors.js
/** A refusal as OAuth has it. The caller gets code, description and members; `check` and `detail` are for the audit log. */
class OAuthError extends Error {
    status;
    error;
    check;
    detail;
    members;
    /** The session that it is about. */
    grant;
    /** One of many alike: not written down. */
    quiet;
    constructor(error, check, description, more = {}) {
        super(description);
        this.name = 'OAuthError';
        this.status = more.status ?? (error === 'invalid_token' ? 401 : 400);
        this.error = error;
        this.check = check;
        this.detail = more.detail;
        this.members = more.members ?? {};
        this.grant = more.grant;
        this.quiet = more.quiet ?? false;
    }
}

;// CONCATENATED MODULE: ./lib/server/store/audit.js
async function audit(store, now, outcome, entry) {
    await store
        .insertInto('audit')
        .values({
        at: now,
        event: entry.event,
        outcome,
        correlation_id: entry.correlationId,
        grant_id: entry.grant ?? null,
        issuer: entry.issuer ?? null,
        repository: entry.repository ?? null,
        address: entry.address ?? null,
        check_id: entry.check ?? null,
        detail: entry.detail ?? null,
    })
        .execute();
}
/** Rows of before `before` (ms). */
async function forgetAudit(store, before) {
    await store.deleteFrom('audit').where('at', '<', before).execute();
}

// EXTERNAL MODULE: ./lib/grants/access.js
var grants_access = __webpack_require__(54557);
;// CONCATENATED MODULE: ./lib/server/oauth/permit.js



const MAX_TARGETS = 16;
/** Target names of `authorization_details`: https://www.rfc-editor.org/rfc/rfc9396#section-2 */
function readTargets(text) {
    const targets = parse(text).map((detail) => {
        const { type, target, ...rest } = (detail ?? {});
        if (type !== 'sluice' || typeof target !== 'string' || target === '' || Object.keys(rest).length > 0)
            throw malformed('each detail must be {"type":"sluice","target":"NAME"}');
        return target;
    });
    if (targets.length === 0 || targets.length > MAX_TARGETS)
        throw malformed(`there must be 1 to ${MAX_TARGETS} details`);
    if (new Set(targets).size !== targets.length)
        throw malformed('a target occurs twice');
    return targets;
}
function parse(text) {
    try {
        const details = parseStrict(text);
        if (Array.isArray(details))
            return details;
    }
    catch {
        // Answered below.
    }
    throw malformed('authorization_details must be a JSON list');
}
function malformed(description) {
    return new OAuthError('invalid_authorization_details', 'authorization-details', description);
}
/**
 * The one access rule that gives this job all the targets. A target that does not exist is refused in the same words as
 * one that the job may not reach. Throws `OAuthError` invalid_target.
 */
function permit(config, issuer, claims, targets) {
    const rules = new Set(targets.map((target) => ruleFor(config, issuer, claims, target)));
    const [rule, other] = rules;
    if (!rule || other)
        throw new OAuthError('invalid_target', 'access-rules-differ', 'these targets come from different access rules: ask for them in separate exchanges');
    return rule;
}
function ruleFor(config, issuer, claims, target) {
    const access = (0,grants_access/* matchAccess */.m)(config, issuer, claims, target);
    if ('rule' in access)
        return access.rule;
    throw new OAuthError('invalid_target', 'access', 'no access rule gives this job the target', {
        detail: explain(target, access.mismatches),
    });
}
/** A claim may be 8 KiB of anything. */
const MAX_SHOWN = 200;
const MAX_DETAIL = 4000;
function explain(target, mismatches) {
    if (mismatches.length === 0)
        return `no rule names ${JSON.stringify(visible(target))}`;
    return mismatches
        .map(({ rule, claim, want, got }) => `${rule}: ${claim} must be ${want}, not ${got === undefined ? 'absent' : visible(got)}`)
        .join('; ')
        .slice(0, MAX_DETAIL);
}
/** Two texts that look the same are told apart: everything but printable ASCII is escaped. */
function visible(text) {
    const short = text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text;
    return short.replace(/[^ -~…]/gu, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}

;// CONCATENATED MODULE: ./lib/server/approvals/obstacle.js




/** Why this person may not decide; undefined when they may. */
function obstacleFor(config, person, approval, grant) {
    const names = JSON.parse(approval.approvers);
    const now = askedNow(config, approval, grant);
    if (JSON.stringify(now?.by) !== JSON.stringify(names) || now?.min !== approval.min)
        return {
            check: 'approval-policy',
            reason: 'the policy file has changed since: it must be asked for again',
        };
    if (person.local)
        return undefined;
    const groups = names.flatMap((name) => config.approvers[name]?.group ?? []);
    if (!groups.some((group) => person.groups.includes(group)))
        return { check: 'approver-group', reason: `only ${names.join(', ')} may decide this` };
    return ownRun(person, startedBy(config, grant));
}
/** Whom the policy file of now would ask for the same; undefined when it would not ask. */
function askedNow(config, { kind, request }, grant) {
    if (kind === 'deployment') {
        const { environment = '' } = claimsOf(grant);
        return config.server?.github?.environments.find((gate) => gate.repositoryId === grant.repository &&
            gate.environment.toLowerCase() === environment.toLowerCase());
    }
    // A session is granted under the very policy file that its approver was asked under.
    if (kind === 'access' && JSON.parse(request).policy !== config.sha256)
        return undefined;
    try {
        const { approval, holds } = permit(config, grant.issuer, claimsOf(grant), targetsOf(grant));
        return kind === 'access' ? approval : holds;
    }
    catch (error) {
        if (error instanceof OAuthError)
            return undefined;
        throw error;
    }
}
/** The platform knows people by logins and sometimes by e-mail addresses: only like is held against like. A bot is nobody. */
function ownRun({ logins }, starters) {
    if (starters.length === 0)
        return {
            check: 'starter-unknown',
            reason: 'the run’s token does not say who started it, so nobody can tell whether you did',
        };
    const kinds = kindsOf(logins);
    if (!starters.some((starter) => kinds.includes(starter.includes('@') ? 'e-mail' : 'login')))
        return {
            check: 'approver-unknown',
            reason: 'your sign-in names no login of the CI platform, so nobody can tell whether you started this run yourself',
        };
    if (shareLogin(starters, logins))
        return { check: 'approver-own-run', reason: 'whoever started a run cannot approve it' };
    return undefined;
}
/** What is neither, the address of a profile say, is like nothing. */
function kindsOf(names) {
    return names.flatMap((name) => {
        if (/^[\w.-]+(\[bot\])?$/.test(name))
            return 'login';
        return /^[^@\s]+@[^@\s]+$/.test(name) ? 'e-mail' : [];
    });
}
/** Platforms and providers differ in how they write the same login. */
function shareLogin(some, others) {
    const known = new Set(some.map((login) => login.toLowerCase()));
    return others.some((login) => known.has(login.toLowerCase()));
}

;// CONCATENATED MODULE: ./lib/server/approvals/decide.js
// One person's word on one request.






const MAX_REASON = 1000;
/**
 * Decides, and says how the request stands then. Throws `OAuthError` access_denied when this person may not, and
 * invalid_request (409) when it comes too late or is not what was shown.
 */
async function decide(services, person, { id, word, entry }) {
    const { store, clock, changes } = services;
    const { approval, grant } = await request(services, id);
    Object.assign(entry, { grant: grant.id, issuer: grant.issuer, repository: grant.repository });
    const obstacle = obstacleFor(services.config, person, approval, grant);
    if (obstacle)
        throw new OAuthError('access_denied', obstacle.check, obstacle.reason, { status: 403, grant: grant.id });
    const now = clock();
    // It ends up in logs and terminals.
    const reason = word.reason
        ?.replace(/[^\P{Cc}\n]/gu, ' ')
        .trim()
        .slice(0, MAX_REASON) || null;
    const state = await store.transaction().execute(async (transaction) => {
        await refuseSecondSelf(transaction, person, id);
        const settled = await decideApproval(transaction, id, {
            person: person.id,
            name: person.name,
            logins: JSON.stringify(person.logins),
            decision: word.decision,
            scope: scopeOf(approval, word),
            reason,
            requestSha256: word.requestSha256,
            now,
        });
        if (settled === undefined)
            return undefined;
        await audit(transaction, now, 'ok', {
            ...entry,
            event: word.decision === 'approved' ? 'approve' : 'deny',
            detail: `${person.name} (${person.id}): ${id}`,
        });
        if (settled !== 'waiting')
            await tell(services, transaction, id, 'decided');
        return settled;
    });
    if (state === undefined)
        throw await tooLate(services, person, approval, word);
    changes.tell(id);
    return state;
}
/** What is no statement, and a statement whose bytes do not say all that it does, is approved for once whatever is asked. */
function scopeOf({ kind, request: shown }, { scope }) {
    if (kind !== 'statement')
        return 'once';
    return JSON.parse(shown).statement.once ? 'once' : scope;
}
async function request({ store }, id) {
    const approval = await findApproval(store, id);
    const grant = approval && (await findGrant(store, approval.grant_id));
    if (approval && grant)
        return { approval, grant };
    throw new OAuthError('invalid_request', 'approval-request', 'there is no such request', { status: 404 });
}
/** Two accounts with one login are one person. Throws `OAuthError` when the other one has decided. */
async function refuseSecondSelf(store, person, id) {
    const second = (await decisionsOn(store, id)).find((each) => each.person !== person.id && shareLogin(JSON.parse(each.logins ?? '[]'), person.logins));
    if (!second)
        return;
    const message = `${second.name} has decided this already, and has the same login as you`;
    throw new OAuthError('invalid_request', 'approval-same-login', message, { status: 409 });
}
async function tooLate(services, person, approval, word) {
    const now = services.clock();
    const current = await findApproval(services.store, approval.id);
    const state = current ? approvals_standing(current, now) : 'withdrawn';
    const decisions = await decisionsOn(services.store, approval.id);
    const conflict = (check, description) => new OAuthError('invalid_request', check, description, { status: 409, grant: approval.grant_id });
    if (state === 'waiting' && approval.request_sha256 !== word.requestSha256)
        return conflict('approval-stale', 'this is not the request that you were shown: look at it again');
    if (decisions.some((decision) => decision.person === person.id))
        return conflict('approval-twice', `you have decided this already: it is ${state}`);
    const by = decisions.map(({ name }) => name).join(', ');
    return conflict('approval-late', `too late: it is ${state}${by ? ` (${by})` : ''}`);
}

;// CONCATENATED MODULE: ./lib/server/approvals/view.js





/** Characters of a statement in a list; the request has it whole. */
const MOST_TEXT = 8192;
/** What a list says of a request. */
function summaryOf({ clock, config }, person, row) {
    const claims = JSON.parse(row.claims);
    const { repository, issuer, targets } = row;
    const grant = { repository, issuer, targets, claims: row.claims };
    const obstacle = obstacleFor(config, person, row, grant);
    return {
        id: row.id,
        kind: row.kind,
        state: approvals_standing(row, clock()),
        repository: claims.repository ?? claims.project_path ?? row.repository,
        ref: claims.ref ?? '',
        started_by: startedBy(config, grant),
        access: row.rule,
        ...(row.kind === 'deployment' && claims.environment ? { environment: claims.environment } : {}),
        ...statementOf(config, row),
        session: row.grant_id,
        approvers: JSON.parse(row.approvers),
        min: row.min,
        created_at: time(row.created_at),
        expires_at: time(row.expires_at),
        uri: `${config.server.url}/approvals/${row.id}`,
        may_decide: obstacle === undefined,
        ...(obstacle ? { why_not: obstacle.reason } : {}),
    };
}
function statementOf({ targets }, row) {
    if (row.kind !== 'statement')
        return { targets: JSON.parse(row.targets) };
    const { statement } = JSON.parse(row.request);
    const rules = statement.findings.map(({ rule }) => rule);
    const protocol = Object.hasOwn(targets, statement.target) && targets[statement.target]?.protocol;
    return {
        targets: [statement.target],
        ...(protocol ? { protocol } : {}),
        statement: statement.text.slice(0, MOST_TEXT),
        rules,
    };
}
/** Everything that a person decides on, with the digest that their word is bound to. Throws `OAuthError` when there is none. */
async function detailOf(services, person, id) {
    const { store } = services;
    const approval = await findApproval(store, id);
    const grant = approval && (await findGrant(store, approval.grant_id));
    if (!approval || !grant)
        throw new OAuthError('invalid_request', 'approval-request', 'there is no such request', { status: 404 });
    const { repository, issuer, claims, rule, targets } = grant;
    const decisions = await decisionsOn(store, id);
    return {
        ...summaryOf(services, person, { ...approval, repository, issuer, claims, rule, targets }),
        request: JSON.parse(approval.request),
        request_sha256: approval.request_sha256,
        scope: approval.scope,
        ...blockingOf(approval, services.clock()),
        decisions: decisions.map(({ person: by, name, decision, reason, at }) => ({
            by,
            name,
            decision,
            reason,
            at: time(at),
        })),
    };
}
/** Afterwards it blocks nobody. */
function blockingOf(approval, now) {
    if (approval.blocking === null || approvals_standing(approval, now) !== 'waiting')
        return {};
    return { blocking: JSON.parse(approval.blocking) };
}
const time = (ms) => new Date(ms).toISOString();

// EXTERNAL MODULE: ./node_modules/hono/dist/helper/cookie/index.js + 1 modules
var helper_cookie = __webpack_require__(6916);
;// CONCATENATED MODULE: ./lib/server/fields.js

/**
 * What was filled in on a page, by name; empty for what is no text. Throws `OAuthError`: no page of ours sends files, and
 * a body of several parts can be malformed.
 */
async function fieldsOf(c) {
    if (!isForm(c.req.header('content-type')))
        throw new OAuthError('invalid_request', 'content-type', 'the body must be that of a form');
    const form = await c.req.parseBody();
    return (name) => {
        const value = form[name];
        return typeof value === 'string' ? value : '';
    };
}
function isForm(contentType = '') {
    return /^application\/x-www-form-urlencoded\s*(;|$)/i.test(contentType);
}

;// CONCATENATED MODULE: ./lib/server/store/tokens.js
// Grant tokens: opaque, 256 bits, stored as their hash only.

/** Prefixes let secret scanners find a token that leaked. */
const tokens_PREFIX = { access: 'sluice_at_', refresh: 'sluice_rt_', request: 'sluice_rq_' };
function newToken(kind) {
    return tokens_PREFIX[kind] + (0,external_node_crypto_.randomBytes)(32).toString('base64url');
}
function tokenHash(token) {
    return (0,external_node_crypto_.hash)('sha256', token, 'hex');
}
/** Stores an access and a refresh token of a grant and returns them. Times are milliseconds since the epoch. */
async function addTokens(store, grant, expires) {
    const pair = { access: newToken('access'), refresh: newToken('refresh') };
    await store
        .insertInto('tokens')
        .values([
        {
            hash: tokenHash(pair.access),
            grant_id: grant,
            kind: 'access',
            expires_at: expires.access,
            used_at: null,
        },
        {
            hash: tokenHash(pair.refresh),
            grant_id: grant,
            kind: 'refresh',
            expires_at: expires.refresh,
            used_at: null,
        },
    ])
        .execute();
    return pair;
}
/** The token's row and its grant, whatever their state. */
async function findToken(store, token) {
    const row = await store
        .selectFrom('tokens')
        .selectAll()
        .where('hash', '=', tokenHash(token))
        .executeTakeFirst();
    if (!row)
        return undefined;
    const grant = await store
        .selectFrom('grants')
        .selectAll()
        .where('id', '=', row.grant_id)
        .executeTakeFirstOrThrow();
    return { token: row, grant };
}
/** Marks a refresh token as used; false when its first use was before `since`. */
async function useRefresh(store, hash, now, since) {
    const result = await store
        .updateTable('tokens')
        .set((row) => ({ used_at: row.fn.coalesce('used_at', row.val(now)) }))
        .where('hash', '=', hash)
        .where((or) => or.or([or('used_at', 'is', null), or('used_at', '>=', since)]))
        .executeTakeFirst();
    return result.numUpdatedRows === 1n;
}
/** Tokens that ended before `before` (ms). */
async function forgetTokens(store, before) {
    await store.deleteFrom('tokens').where('expires_at', '<', before).execute();
}

;// CONCATENATED MODULE: ./lib/server/store/logins.js
// Who is signed in. Secrets are stored as their hash only.


/** The prefix lets secret scanners find a token that leaked. */
const logins_PREFIX = { cookie: '', token: 'sluice_pt_', link: '' };
/** Signs somebody in; returns the secret that shows it. Times are milliseconds since the epoch. */
async function addLogin(store, kind, person, { now, expiresAt, name = null }) {
    const secret = logins_PREFIX[kind] + random();
    await store
        .insertInto('logins')
        .values({
        hash: tokenHash(secret),
        kind,
        person: JSON.stringify(person),
        person_id: person.id,
        csrf: kind === 'cookie' ? random() : null,
        name,
        created_at: now,
        expires_at: expiresAt,
    })
        .execute();
    return secret;
}
async function findLogin(store, kind, secret, now) {
    return store
        .selectFrom('logins')
        .selectAll()
        .where('hash', '=', tokenHash(secret))
        .where('kind', '=', kind)
        .where('expires_at', '>', now)
        .executeTakeFirst();
}
/** A link works once: the login that it was, or undefined. */
async function useLink(store, secret, now) {
    const [used] = await store
        .deleteFrom('logins')
        .where('hash', '=', tokenHash(secret))
        .where('kind', '=', 'link')
        .where('expires_at', '>', now)
        .returningAll()
        .execute();
    return used;
}
async function endLogin(store, hash) {
    await store.deleteFrom('logins').where('hash', '=', hash).execute();
}
/** Every cookie and token of a person; returns how many there were. */
async function endLogins(store, person) {
    const result = await store.deleteFrom('logins').where('person_id', '=', person).executeTakeFirst();
    return Number(result.numDeletedRows);
}
/** Only the newest link works. */
async function endLinks(store) {
    await store.deleteFrom('logins').where('kind', '=', 'link').execute();
}
/** A person's own tokens, newest first. */
async function tokensOf(store, person, now) {
    return store
        .selectFrom('logins')
        .selectAll()
        .where('person_id', '=', person)
        .where('kind', '=', 'token')
        .where('expires_at', '>', now)
        .orderBy('created_at', 'desc')
        .execute();
}
/** Ends one of a person's own tokens; false when there is none. */
async function endToken(store, person, hash) {
    const result = await store
        .deleteFrom('logins')
        .where('hash', '=', hash)
        .where('person_id', '=', person)
        .where('kind', '=', 'token')
        .executeTakeFirst();
    return result.numDeletedRows === 1n;
}
/** Notes a sign-in that begins; returns the secret of its cookie. */
async function beginSignIn(store, row) {
    const secret = random();
    await store
        .insertInto('sign_ins')
        .values({ hash: tokenHash(secret), ...row })
        .execute();
    return secret;
}
/** A sign-in ends once. */
async function endSignIn(store, secret, now) {
    const [ended] = await store
        .deleteFrom('sign_ins')
        .where('hash', '=', tokenHash(secret))
        .where('expires_at', '>', now)
        .returningAll()
        .execute();
    return ended;
}
async function forgetLogins(store, now) {
    await store.deleteFrom('logins').where('expires_at', '<=', now).execute();
    await store.deleteFrom('sign_ins').where('expires_at', '<=', now).execute();
}
function random() {
    return (0,external_node_crypto_.randomBytes)(32).toString('base64url');
}
/** What the provider says of somebody now holds for their tokens and other browsers too. */
async function refreshPerson(store, person) {
    await store
        .updateTable('logins')
        .set({ person: JSON.stringify(person) })
        .where('person_id', '=', person.id)
        .execute();
}

;// CONCATENATED MODULE: ./lib/server/people/person.js
const LOCAL_ADMIN = {
    id: 'local#admin',
    name: 'local administrator',
    groups: [],
    logins: [],
    local: true,
};
/**
 * With the roles that the policy file gives them now; undefined when it does not know them any more: somebody who came by
 * a link is nobody once the file names a sign-in provider, and the other way round; so is who came from another provider.
 */
function personOf(config, described) {
    const { signIn, roles } = config.server;
    if (described.local !== (signIn === undefined))
        return undefined;
    if (described.local)
        return { ...described, roles: new Set(['viewer', 'admin']) };
    if (!signIn || !described.id.startsWith(`${signIn.issuer}#`))
        return undefined;
    const within = (groups) => groups.some((group) => described.groups.includes(group));
    const given = new Set();
    const approves = within(Object.values(config.approvers).map(({ group }) => group));
    if (within(roles.admin))
        given.add('admin');
    // Who may decide must see what they decide on.
    if (!roles.viewer || within(roles.viewer) || approves || given.has('admin'))
        given.add('viewer');
    return { ...described, roles: given };
}

;// CONCATENATED MODULE: ./lib/server/people/signed-in.js





/** So long what a provider said of somebody is taken for true: the longest `sign_in.lifetime`. */
const KNOWN_MS = 7 * 24 * 3600_000;
/** `__Host-` binds a cookie to this very host, and wants https; plain http is served on loopback only. */
function cookieName(url, name) {
    return url.startsWith('https:') ? `__Host-${name}` : name;
}
/** Undefined when nobody is signed in, or the policy file does not know them any more. */
async function signedIn(services, c) {
    const { store, clock, config } = services;
    const [, token] = /^Bearer ([\w-]{1,200})$/i.exec(c.req.header('authorization') ?? '') ?? [];
    const cookie = (0,helper_cookie/* getCookie */.Ri)(c, cookieName(config.server.url, 'sluice'));
    const login = token
        ? await findLogin(store, 'token', token, clock())
        : cookie && (await findLogin(store, 'cookie', cookie, clock()));
    if (!login)
        return undefined;
    const person = personOf(config, JSON.parse(login.person));
    return person && { person, login };
}
/** Throws `OAuthError` unless somebody of this role is signed in. */
async function requirePerson(services, c, role) {
    const found = await signedIn(services, c);
    if (!found)
        throw new OAuthError('invalid_token', 'signed-out', 'nobody is signed in', { quiet: true });
    const { person, login } = found;
    c.var.entry.detail = `${person.name} (${person.id})`;
    if (login.kind === 'token' &&
        !person.local &&
        (person.at ?? login.created_at) + KNOWN_MS <= services.clock())
        throw new OAuthError('invalid_token', 'token-stale', 'the token rests: sign in at /account to go on');
    if (found.person.roles.has(role))
        return found;
    throw new OAuthError('access_denied', 'role', `only ${role === 'admin' ? 'an administrator' : 'a viewer'} may do this`, { status: 403 });
}
/**
 * Refuses what another site makes a browser send: a request that changes something comes from a page of this server, by
 * the browser's own word, and carries the token of that page. Programs with a personal token have no cookie to abuse.
 */
function protectFromOthers(services) {
    const origin = new URL(services.config.server.url).origin;
    return async (c, next) => {
        if (['GET', 'HEAD'].includes(c.req.method))
            return next();
        const { headers } = c.req.raw;
        const site = headers.get('sec-fetch-site');
        const from = headers.get('origin');
        if ((site !== null && site !== 'same-origin') || (from !== null && from !== origin))
            throw foreign();
        const found = await signedIn(services, c);
        if (found?.login.csrf && (await sentToken(c)) !== found.login.csrf) {
            // The browser itself says that it is a page of ours: one of an earlier sign-in.
            throw site === 'same-origin' ? outdated() : foreign();
        }
        return next();
    };
}
async function sentToken(c) {
    const header = c.req.header('x-csrf-token');
    if (header !== undefined)
        return header;
    return isForm(c.req.header('content-type')) ? (await fieldsOf(c))('csrf') : undefined;
}
function outdated() {
    const message = 'the page that this was sent from is older than your sign-in';
    return new OAuthError('access_denied', 'csrf-outdated', message, { status: 403 });
}
function foreign() {
    return new OAuthError('access_denied', 'csrf', 'this request does not come from a page of this server', {
        status: 403,
    });
}

;// CONCATENATED MODULE: ./lib/server/store/evidence.js
// What auditors get: by time, oldest first, a page at a time. Times are milliseconds since the epoch.

async function sessionsIn(store, { from, to }, after, limit) {
    let query = store
        .selectFrom('grants')
        .leftJoin('sessions', 'sessions.id', 'grants.id')
        .selectAll('grants')
        .select(['sessions.connections', 'sessions.statements', 'sessions.held', 'sessions.blocked'])
        .select(['sessions.refused', 'sessions.errors', 'sessions.masked', 'sessions.reason'])
        .where('grants.issued_at', '>=', from)
        .where('grants.issued_at', '<', to)
        .orderBy('grants.issued_at')
        .orderBy('grants.id')
        .limit(limit);
    if (after)
        query = query.where((0,sql/* sql */.l) `(grants.issued_at, grants.id) > (${after.at}, ${after.id})`);
    return query.execute();
}
async function approvalsIn(store, { from, to }, after, limit) {
    let query = store
        .selectFrom('approvals')
        .selectAll()
        .where('created_at', '>=', from)
        .where('created_at', '<', to)
        .orderBy('created_at')
        .orderBy('id')
        .limit(limit);
    if (after)
        query = query.where((0,sql/* sql */.l) `(created_at, id) > (${after.at}, ${after.id})`);
    const approvals = await query.execute();
    const ids = [...new Set(approvals.map(({ grant_id }) => grant_id))];
    if (ids.length === 0)
        return [];
    const grants = await store.selectFrom('grants').selectAll().where('id', 'in', ids).execute();
    const byId = new Map(grants.map((grant) => [grant.id, grant]));
    return approvals.flatMap((approval) => {
        const grant = byId.get(approval.grant_id);
        return grant ? [{ ...approval, grant }] : [];
    });
}
/** Columns and detectors that masked cells, for each session. */
async function maskedIn(store, sessions) {
    if (sessions.length === 0)
        return [];
    return store
        .selectFrom('session_names')
        .select(['session', 'name', 'count'])
        .where('kind', '=', 'masked')
        .where('session', 'in', sessions)
        .orderBy('session')
        .orderBy('name')
        .execute();
}
/** The server's own log, oldest first. */
async function auditIn(store, { from, to }, after, limit) {
    let query = store
        .selectFrom('audit')
        .selectAll()
        .where('at', '>=', from)
        .where('at', '<', to)
        .orderBy('id')
        .limit(limit);
    if (after !== undefined)
        query = query.where('id', '>', after);
    return query.execute();
}
/** Newest first; `before` is the id of the last one of the page before. */
async function latestAudit(store, { before, limit, event }) {
    let query = store.selectFrom('audit').selectAll().orderBy('id', 'desc').limit(limit);
    if (before !== undefined)
        query = query.where('id', '<', before);
    if (event !== undefined)
        query = query.where('event', '=', event);
    return query.execute();
}

;// CONCATENATED MODULE: ./lib/server/evidence/formats.js
const FORMATS = {
    jsonl: { type: 'application/x-ndjson', lines: jsonl },
    csv: { type: 'text/csv; charset=utf-8; header=present', lines: csv },
};
async function* jsonl(kind, rows) {
    for await (const row of rows)
        yield `${JSON.stringify({ type: kind, ...row })}\n`;
}
/** The names of the columns are those of the first row; without rows there is nothing. */
async function* csv(_kind, rows) {
    let first = true;
    for await (const row of rows) {
        if (first)
            yield `${Object.keys(row).map(quoted).join(',')}\r\n`;
        first = false;
        yield `${Object.values(row).map(cell).join(',')}\r\n`;
    }
}
function cell(value) {
    if (value === null)
        return '';
    if (typeof value === 'number')
        return String(value);
    return quoted(harmless(typeof value === 'string' ? value : value.map(line).join('\n')));
}
/** A reason that somebody gave must not look like the next entry. */
const line = (entry) => entry.replace(/\s*[\r\n\v\f\x85\u2028\u2029]+\s*/g, ' ');
/** A spreadsheet takes what begins like this for a formula: https://owasp.org/www-community/attacks/CSV_Injection. */
const FORMULA = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠|%]|^[\t\r\n]/u;
function harmless(text) {
    return FORMULA.test(text) ? `'${text}` : text;
}
function quoted(text) {
    return `"${text.replaceAll('"', '""')}"`;
}

// EXTERNAL MODULE: ./lib/recording/shapes.js
var shapes = __webpack_require__(66705);
;// CONCATENATED MODULE: ./lib/server/evidence/rows.js
// What is exported, row by row: who did what and when; never a statement's text, a parameter or a value.






const KINDS = {
    sessions: sessionRows,
    approvals: approvalRows,
    masking: maskingRows,
    audit: auditRows,
};
const PAGE = 500;
async function* sessions({ store }, span) {
    let after;
    for (;;) {
        const page = await sessionsIn(store, span, after, PAGE);
        if (page.length > 0)
            yield page;
        const last = page.at(-1);
        if (!last || page.length < PAGE)
            return;
        after = { at: last.issued_at ?? 0, id: last.id };
    }
}
async function* sessionRows(services, span) {
    for await (const page of sessions(services, span))
        for (const each of page) {
            const sealed = await sealOf(services, each.id);
            const seal = sealed === 'unreadable' ? undefined : sealed?.seal;
            yield {
                session: each.id,
                started_at: rows_time(each.issued_at),
                ended_at: rows_time(each.ended_at),
                expires_at: rows_time(each.expires_at),
                state: each.state,
                end_reason: each.end_reason,
                ...whoOf(services, each),
                access: each.rule,
                targets: targetsOf(each),
                policy_sha256: each.policy_sha256,
                connections: each.connections,
                statements: each.statements,
                held: each.held,
                blocked: each.blocked,
                refused: each.refused,
                errors: each.errors,
                masked_cells: each.masked,
                record_end: sealed === 'unreadable' ? sealed : (seal?.reason ?? null),
                record_bytes: seal?.bytes ?? null,
                record_head: seal?.head ?? null,
                record_sha256: seal?.sha256 ?? null,
                seal_sha256: seal ? (0,chain/* sealHash */.gN)(seal) : null,
                record_deleted_at: rows_time(each.record_deleted_at),
            };
        }
}
/** Of the grant: what its token said. */
function whoOf({ config }, grant) {
    const claims = claimsOf(grant);
    return {
        issuer: grant.issuer,
        repository: claims.repository ?? claims.project_path ?? grant.repository,
        repository_id: grant.repository,
        started_by: startedBy(config, grant),
        ref: claims.ref ?? null,
        commit: claims.sha ?? null,
        run: claims.run_id ?? claims.pipeline_id ?? null,
        run_attempt: claims.run_attempt ?? null,
        environment: claims.environment ?? null,
    };
}
/** Undefined while the record is open. One that was damaged is told in its row, and keeps nobody from all others. */
async function sealOf({ reader, log }, session) {
    try {
        const bytes = await reader.bytes(session, 'seal', 0, await reader.size(session, 'seal'));
        const seal = JSON.parse(bytes.toString());
        if ((0,shapes/* isSealFile */.cW)(seal))
            return seal;
        throw new TypeError('the seal has another form');
    }
    catch (error) {
        if (error.code === 'ENOENT')
            return undefined;
        log.error({ err: error, session }, 'the seal of a session cannot be read');
        return 'unreadable';
    }
}
async function* approvalRows(services, span) {
    const { store, clock } = services;
    let after;
    for (;;) {
        const page = await approvalsIn(store, span, after, PAGE);
        for (const { grant, ...each } of page) {
            const held = each.kind === 'statement' ? JSON.parse(each.request).statement : null;
            const decisions = await decisionsOn(store, each.id);
            yield {
                approval: each.id,
                kind: each.kind,
                state: approvals_standing(each, clock()),
                scope: each.scope,
                asked_at: rows_time(each.created_at),
                expires_at: rows_time(each.expires_at),
                changed_at: rows_time(each.decided_at),
                session: each.grant_id,
                ...whoOf(services, grant),
                access: grant.rule,
                targets: held ? [held.target] : targetsOf(grant),
                rules: (held?.findings ?? []).map(({ rule }) => rule),
                statement_sha256: held?.sha256 ?? null,
                request_sha256: each.request_sha256,
                approvers: JSON.parse(each.approvers),
                min: each.min,
                decisions: decisions.map(({ decision, scope, name, person, at, reason }) => `${rows_time(at)} ${decision} (${scope}) by ${name} (${person})${reason ? `: ${reason}` : ''}`),
            };
        }
        const last = page.at(-1);
        if (!last || page.length < PAGE)
            return;
        after = { at: last.created_at, id: last.id };
    }
}
async function* maskingRows(services, span) {
    for await (const page of sessions(services, span)) {
        const byId = new Map(page.map((each) => [each.id, each]));
        for (const { session, name, count } of await maskedIn(services.store, [...byId.keys()])) {
            const grant = byId.get(session);
            if (!grant)
                continue;
            const { repository, started_by } = whoOf(services, grant);
            const targets = targetsOf(grant);
            yield {
                session,
                started_at: rows_time(grant.issued_at),
                repository,
                started_by,
                targets,
                masked: name,
                cells: count,
            };
        }
    }
}
async function* auditRows({ store }, span) {
    let after;
    for (;;) {
        const page = await auditIn(store, span, after, PAGE);
        for (const each of page)
            yield auditRow(each);
        const last = page.at(-1);
        if (!last || page.length < PAGE)
            return;
        after = last.id;
    }
}
/** A line of the server's own log. */
function auditRow(row) {
    return {
        id: row.id,
        at: rows_time(row.at),
        event: row.event,
        outcome: row.outcome,
        check: row.check_id,
        detail: row.detail,
        session: row.grant_id,
        issuer: row.issuer,
        repository: row.repository,
        address: row.address,
        correlation_id: row.correlation_id,
    };
}
function rows_time(ms) {
    return ms === null ? null : new Date(ms).toISOString();
}

;// CONCATENATED MODULE: ./lib/server/evidence/routes.js
// For auditors: exports as streams, and the server's own log.







const MOST_AT_ONCE = 2;
const LONGEST_MS = 366 * 24 * 3600_000;
const MAX_PAGE = 500;
/** Lines that are sent together. */
const PIECE = 64 * 1024;
/** `/export/{kind}?from=&to=&format=` and `/audit?before=&limit=&event=`, for administrators; for mounting at `/api`. */
function evidence(services) {
    const app = new dist/* Hono */.$();
    const { store, clock } = services;
    let running = 0;
    app.get('/export/:kind', async (c) => {
        const { entry } = c.var;
        entry.event = 'export';
        const { person } = await requirePerson(services, c, 'admin');
        const kind = oneOf(c.req.param('kind'), KINDS, 'what');
        const format = oneOf(c.req.query('format') ?? 'jsonl', FORMATS, 'format');
        const span = spanOf(c, clock());
        if (running >= MOST_AT_ONCE)
            throw new OAuthError('slow_down', 'exports', 'other exports are running', { status: 429 });
        const range = `${new Date(span.from).toISOString()} to ${new Date(span.to).toISOString()}`;
        const detail = `${person.name} (${person.id}): ${kind} as ${format}, ${range}`;
        await audit(store, clock(), 'ok', { ...entry, detail });
        running++;
        const { type, lines } = FORMATS[format];
        const stream = textStream(lines(kind, KINDS[kind](services, span)), (error) => {
            running--;
            if (error)
                services.log.error({ err: error, correlationId: c.var.correlation }, 'an export failed');
        });
        return c.body(stream, 200, {
            'content-type': type,
            'content-disposition': `attachment; filename="${kind}.${format}"`,
        });
    });
    app.get('/audit', async (c) => {
        await requirePerson(services, c, 'admin');
        const before = c.req.query('before');
        const rows = await latestAudit(store, {
            before: before === undefined ? undefined : number(before, 'before'),
            limit: Math.min(number(c.req.query('limit') ?? '100', 'limit'), MAX_PAGE),
            event: c.req.query('event'),
        });
        return c.json({ audit: rows.map(auditRow) });
    });
    return app;
}
function oneOf(name, known, parameter) {
    if (Object.hasOwn(known, name))
        return name;
    const names = Object.keys(known).join(', ');
    throw new OAuthError('invalid_request', parameter, `\`${parameter}\` is one of ${names}`);
}
function spanOf(c, now) {
    const from = instant(c.req.query('from') ?? '', 'from');
    const to = c.req.query('to') === undefined ? now : instant(c.req.query('to') ?? '', 'to');
    if (from < to && to - from <= LONGEST_MS)
        return { from, to };
    throw new OAuthError('invalid_request', 'span', '`from` must be before `to`, and a year at most');
}
function instant(text, name) {
    const form = /^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d))?$/;
    const ms = form.test(text) && isDay(text.slice(0, 10)) ? Date.parse(text) : Number.NaN;
    if (!Number.isNaN(ms))
        return ms;
    throw new OAuthError('invalid_request', name, `\`${name}\` is a date or a time: 2026-11-01, 2026-11-01T12:00:00Z`);
}
/** `Date` takes February 31st for March 3rd. */
function isDay(day) {
    const ms = Date.parse(day);
    return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(day);
}
function number(text, name) {
    if (/^[1-9]\d{0,15}$/.test(text))
        return Number(text);
    throw new OAuthError('invalid_request', name, `\`${name}\` is a number from 1 on`);
}
/** Asked for piece by piece, as fast as the caller reads; an error cuts the answer off, so that nobody takes it for whole. */
function textStream(lines, done) {
    const encoder = new TextEncoder();
    let over = false;
    const end = (error) => {
        if (!over)
            done(error);
        over = true;
    };
    return new ReadableStream({
        async pull(controller) {
            try {
                const { text, last } = await piece(lines);
                if (text !== '')
                    controller.enqueue(encoder.encode(text));
                if (!last)
                    return;
                controller.close();
                end();
            }
            catch (error) {
                end(error);
                controller.error(error);
            }
        },
        async cancel() {
            end();
            await lines.return(undefined);
        },
    }, { highWaterMark: 1 });
}
async function piece(lines) {
    let text = '';
    while (text.length < PIECE) {
        const { value, done } = await lines.next();
        if (done)
            return { text, last: true };
        text += value;
    }
    return { text, last: false };
}

;// CONCATENATED MODULE: ./lib/server/store/once.js
/** Remembers an id until `expiresAt` (ms); false when it was there already. One statement, so two callers cannot both win. */
async function once(store, scope, id, expiresAt) {
    const result = await store
        .insertInto('replays')
        .values({ scope, id, expires_at: expiresAt })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
    return result.numInsertedOrUpdatedRows === 1n;
}
/** Counts a hit of this minute and returns how many there were. */
async function hit(store, subject, now) {
    const window = now - (now % 60_000);
    const row = await store
        .insertInto('rates')
        .values({ subject, window, count: 1 })
        .onConflict((conflict) => conflict.columns(['subject', 'window']).doUpdateSet((set) => ({ count: set('rates.count', '+', 1) })))
        .returning('count')
        .executeTakeFirstOrThrow();
    return row.count;
}
/** Forgets what no check looks at any more. */
async function forget(store, now) {
    await store.deleteFrom('replays').where('expires_at', '<', now).execute();
    await store
        .deleteFrom('rates')
        .where('window', '<', now - 120_000)
        .execute();
}

;// CONCATENATED MODULE: ./lib/server/limit.js


/** Refuses what one network asks beyond `requests_per_minute`; each budget has a count of its own. */
function limitCalls({ store, clock, config }, budget = 'address') {
    return async (c, next) => {
        const { requestsPerMinute } = config.server.limits;
        const count = await hit(store, `${budget}:${c.var.network}`, clock());
        if (count > requestsPerMinute)
            throw new OAuthError('slow_down', 'rate-address', 'too many requests', {
                status: 429,
                quiet: count > requestsPerMinute + 1,
            });
        await next();
    };
}
/** Refuses a longer body before any of it is read. Every body has a length: requests.ts sees to that. */
function limitBody(bytes) {
    return async (c, next) => {
        const length = Number(c.req.header('content-length') ?? 0);
        if (!(length <= bytes)) {
            c.header('Connection', 'close');
            throw new OAuthError('invalid_request', 'body-size', `the body is larger than ${bytes} bytes`, {
                status: 413,
            });
        }
        await next();
    };
}

;// CONCATENATED MODULE: ./lib/server/people/tokens.js
// Personal tokens, for programs that do what a person may do.



const DAY_MS = 24 * 3600_000;
const MAX_DAYS = 30;
const MOST = 20;
/** The token is told this once. Throws `OAuthError`. */
async function makeToken({ store, clock }, { person, login }, { name, days }, entry) {
    if (login.kind !== 'cookie')
        throw new OAuthError('access_denied', 'token-by-token', 'a token makes no tokens: sign in', {
            status: 403,
        });
    if (typeof name !== 'string' || !/^[^\p{Cc}]{1,100}$/u.test(name))
        throw new OAuthError('invalid_request', 'token-name', '`name` must be 1 to 100 characters');
    if (typeof days !== 'number' || !Number.isInteger(days) || days < 1 || days > MAX_DAYS)
        throw new OAuthError('invalid_request', 'token-days', `\`days\` must be 1 to ${MAX_DAYS}`);
    const now = clock();
    if ((await tokensOf(store, person.id, now)).length >= MOST)
        throw new OAuthError('invalid_request', 'tokens', `you have ${MOST} tokens: end one first`);
    const { roles: _, ...described } = person;
    const expiresAt = now + days * DAY_MS;
    return store.transaction().execute(async (transaction) => {
        const token = await addLogin(transaction, 'token', described, { now, expiresAt, name });
        const detail = `${person.name} (${person.id}): ${name}, until ${new Date(expiresAt).toISOString()}`;
        await audit(transaction, now, 'ok', { ...entry, detail });
        return { token, name, expiresAt };
    });
}
/** `id` begins the token's hash, as lists show it. Throws `OAuthError` when it is none of theirs. */
async function endOwnToken({ store, clock }, person, id, entry) {
    const token = (await tokensOf(store, person.id, clock())).find(({ hash }) => hash.startsWith(id));
    if (token && id.length >= 16 && (await endToken(store, person.id, token.hash))) {
        const detail = `${person.name} (${person.id}): ${token.name}`;
        return audit(store, clock(), 'ok', { ...entry, detail });
    }
    throw new OAuthError('invalid_request', 'token', 'there is no such token', { status: 404 });
}
/** Signs somebody else out everywhere and ends their tokens; says how many logins that were. */
async function endLoginsOf({ store, clock }, by, person, entry) {
    if (typeof person !== 'string' || person === '')
        throw new OAuthError('invalid_request', 'person', '`person` must be an id, as the audit log has it');
    return store.transaction().execute(async (transaction) => {
        const ended = await endLogins(transaction, person);
        const detail = `${by.name} (${by.id}): ${ended} of ${person.slice(0, 500)}`;
        await audit(transaction, clock(), 'ok', { ...entry, detail });
        return ended;
    });
}

;// CONCATENATED MODULE: ./lib/server/trail.js



/** Refusals that mean that somebody else may be at work. */
const ALERTS = new Set([
    'job-once',
    'token-replay',
    'dpop-replay',
    'refresh-replay',
    'refresh-token-key',
    'access-token-key',
    'approval-key',
    'record-not_found',
    'record-invalid_signature',
]);
/** `pending` is no refusal: the caller waits. */
const WAITING = 'approval';
/** Writes down every refusal and failure of the routes behind it, a flood no further than an address may ask. */
function noteErrors(services) {
    return async (c, next) => {
        await next();
        const { entry, network } = c.var;
        const { error } = c;
        if (error instanceof OAuthError) {
            entry.check = error.check;
            if (error.detail !== undefined)
                entry.detail = error.detail;
            if (error.grant !== undefined)
                entry.grant = error.grant;
            await noteRefused(services, entry, network, error.quiet);
        }
        else if (error)
            await noteFailed(services, entry, network).catch(() => { });
        else if (entry.check !== undefined)
            await noteRefused(services, entry, network);
    };
}
/** Of one address no more than refusals; the log has each. */
async function noteFailed({ store, clock, config }, entry, network) {
    const count = await hit(store, `refused:${network}`, clock());
    if (count <= config.server.limits.requestsPerMinute)
        await audit(store, clock(), 'failed', entry);
}
async function noteRefused(services, entry, network, quiet = false) {
    const { store, clock, log, metrics, config } = services;
    const check = entry.check ?? '';
    const pending = check === WAITING;
    const alert = ALERTS.has(check) ? { alert: check } : {};
    metrics.refusals.inc({ event: entry.event, check });
    if (entry.event === 'exchange')
        metrics.exchanges.inc({ result: pending ? 'pending' : check });
    if (alert.alert)
        metrics.alerts.inc({ check });
    if (quiet)
        return;
    const limit = config.server.limits.requestsPerMinute;
    const count = await hit(store, `refused:${network}`, clock());
    if (count > limit + 1)
        return;
    if (count > limit)
        log.warn({ address: entry.address }, 'more refusals of this minute are not written down');
    else {
        await audit(store, clock(), pending ? 'pending' : 'refused', entry);
        log.warn({ ...entry, ...alert }, pending ? 'waiting for an approval' : 'refused');
    }
}

;// CONCATENATED MODULE: ./lib/server/api.js
// What people do with programs: `sluice approvals`, `sluice approve`, `sluice deny`, and the pages' own code.











const api_MAX_BYTES = 16 * 1024;
const api_MAX_PAGE = 100;
/** `/api`: JSON for people who are signed in, by cookie or personal token. */
function api(services) {
    const app = new dist/* Hono */.$();
    const { store, clock } = services;
    app.use(noteErrors(services), limitBody(api_MAX_BYTES));
    app.use(async (c, next) => {
        c.var.entry.event = 'api';
        await next();
    });
    // Jobs behind the same address take nothing from approvers.
    app.use(limitCalls(services, 'api'), protectFromOthers(services));
    app.get('/me', async (c) => {
        const { person } = await requirePerson(services, c, 'viewer');
        const { id, name, groups, roles } = person;
        return c.json({ id, name, groups, roles: [...roles] });
    });
    app.get('/approvals', async (c) => {
        const { person } = await requirePerson(services, c, 'viewer');
        const before = c.req.query('before');
        const rows = await listApprovals(store, {
            waiting: c.req.query('state') !== 'all',
            now: clock(),
            limit: limitOf(c),
            before: before === undefined ? undefined : await findApproval(store, before),
        });
        return c.json({ approvals: rows.map((row) => summaryOf(services, person, row)) });
    });
    app.get('/approvals/:id', async (c) => {
        const { person } = await requirePerson(services, c, 'viewer');
        return c.json(await detailOf(services, person, c.req.param('id')));
    });
    app.post('/approvals/:id/decision', async (c) => {
        const { entry } = c.var;
        entry.event = 'decide';
        const { person } = await requirePerson(services, c, 'viewer');
        const word = readWord(await c.req.json().catch(() => undefined));
        const id = c.req.param('id');
        const state = await decide(services, person, { id, word, entry });
        return c.json({ id, state });
    });
    app.get('/tokens', async (c) => {
        const { person } = await requirePerson(services, c, 'viewer');
        const tokens = await tokensOf(store, person.id, clock());
        return c.json({
            tokens: tokens.map(({ hash, name, created_at, expires_at }) => ({
                id: hash.slice(0, 16),
                name,
                created_at: api_time(created_at),
                expires_at: api_time(expires_at),
            })),
        });
    });
    app.post('/tokens', async (c) => {
        c.var.entry.event = 'token';
        const by = await requirePerson(services, c, 'viewer');
        const { name, days = 1 } = members(await c.req.json().catch(() => undefined));
        const made = await makeToken(services, by, { name, days }, c.var.entry);
        return c.json({ token: made.token, name: made.name, expires_at: api_time(made.expiresAt) }, 201);
    });
    app.delete('/tokens/:id', async (c) => {
        c.var.entry.event = 'token-end';
        const { person } = await requirePerson(services, c, 'viewer');
        await endOwnToken(services, person, c.req.param('id'), c.var.entry);
        return c.body(null, 204);
    });
    app.post('/sign-outs', async (c) => {
        c.var.entry.event = 'sign-out-other';
        const by = await requirePerson(services, c, 'admin');
        const { person } = members(await c.req.json().catch(() => undefined));
        return c.json({ ended: await endLoginsOf(services, by.person, person, c.var.entry) });
    });
    app.route('/', evidence(services));
    return app;
}
function limitOf(c) {
    const text = c.req.query('limit') ?? '50';
    if (!/^\d{1,4}$/.test(text) || Number(text) === 0)
        throw new OAuthError('invalid_request', 'limit', '`limit` is a number from 1 on');
    return Math.min(Number(text), api_MAX_PAGE);
}
function readWord(body) {
    const { decision, request_sha256, scope = 'once', reason } = members(body);
    if (decision !== 'approved' && decision !== 'denied')
        throw api_malformed('`decision` must be approved or denied');
    if (typeof request_sha256 !== 'string')
        throw api_malformed('`request_sha256` is missing');
    if (scope !== 'once' && scope !== 'session')
        throw api_malformed('`scope` must be once or session');
    if (reason !== undefined && typeof reason !== 'string')
        throw api_malformed('`reason` must be text');
    return { decision, requestSha256: request_sha256, scope, ...(reason === undefined ? {} : { reason }) };
}
function members(body) {
    if (typeof body !== 'object' || body === null || Array.isArray(body))
        throw api_malformed('the body must be a JSON object');
    return body;
}
const api_time = (ms) => new Date(ms).toISOString();
function api_malformed(description) {
    return new OAuthError('invalid_request', 'body', description);
}

// EXTERNAL MODULE: ./node_modules/hono/dist/http-exception.js
var http_exception = __webpack_require__(73040);
// EXTERNAL MODULE: ./node_modules/hono/dist/helper/html/index.js
var html = __webpack_require__(45621);
;// CONCATENATED MODULE: ./lib/server/pages/form.js

/** Of what a page sends. */
const MAX_FORM_BYTES = 16 * 1024;

// EXTERNAL MODULE: ./lib/core/spelled.js
var spelled = __webpack_require__(67624);
// EXTERNAL MODULE: ./lib/recording/replay/bundle.js
var bundle = __webpack_require__(31571);
;// CONCATENATED MODULE: ./lib/server/pages/bundle.js
// Made by scripts/browser.mjs.
const SCRIPT = "(function(){function e(e,n){let r=`reason:${e.location.pathname}`,i=e.querySelector(`form.decide [name=reason]`);i?i.value||=n.getItem(r)??``:e.getElementById(`decision`)&&n.removeItem(r),e.addEventListener(`input`,({target:e})=>{e instanceof HTMLTextAreaElement&&e.name===`reason`&&n.setItem(r,e.value)}),e.addEventListener(`click`,({target:e})=>{if(!(e instanceof HTMLButtonElement)||e.name!==`decision`)return;let t=e.form?.querySelector(`[name=reason]`);t&&(t.required=e.value===`denied`)}),e.addEventListener(`keydown`,e=>{let{key:t,target:n}=e;t===`Enter`&&n instanceof HTMLInputElement&&n.closest(`form.decide [name=scope]`)&&e.preventDefault()}),t(e)}function t(e){let t=!1;e.addEventListener(`submit`,e=>{if(e.target instanceof HTMLFormElement&&e.target.matches(`form.decide`)){if(t)return e.preventDefault();t=!0,setTimeout(()=>{t=!1},5e3)}})}function n(e){let t=r(e,`unseen`),n=r(e,`trouble`),i=``;return{say(e){t.textContent=e},trouble(t,r){if(t===i||(i=t,n.textContent=t,r===void 0))return;let a=e.createElement(`a`);a.href=r,a.textContent=`Sign in again`,n.append(` `,a)}}}function r(e,t){let n=e.createElement(`p`);return n.className=t,n.role=`status`,e.querySelector(`h1`)?.after(n),n}function i(e){o(e),setInterval(()=>o(e),1e3)}function a(e,{dataset:t}){let n=Number(t.now);n>0&&(e.documentElement.dataset.ahead=String(n-Date.now()))}function o(e){let t=Date.now()+Number(e.documentElement.dataset.ahead??0);for(let n of e.querySelectorAll(`time[data-until]`)){let e=Date.parse(n.dateTime)-t;n.textContent=s(e),n.classList.toggle(`soon`,e<12e4)}for(let t of e.querySelectorAll(`time`))t.title||=new Date(t.dateTime).toLocaleString()}function s(e){if(e<=0)return`over`;let t=Math.floor(e/1e3),n=Math.floor(t/60);return n>=60?`${Math.floor(n/60)} h ${n%60} min left`:n>0?`${n} min ${t%60} s left`:`${t} s left`}let c=`This page is not kept fresh: the server cannot be reached. Trying again.`;function l(e){let t=[...e.querySelectorAll(`[data-live]`)],[r]=t;if(!r)return;a(e,r);let i={document:e,paths:Map.groupBy(t,e=>e.dataset.live??``),shown:new WeakMap(t.map(e=>[e,e.innerHTML])),told:n(e)},o=d(()=>f(i)),s=()=>u(r.dataset.events??`/live`,o,i.told),c=s(),l;e.addEventListener(`visibilitychange`,()=>{clearTimeout(l),e.hidden?l=setTimeout(()=>{c=c?.()},6e4):c?o():c=s()})}function u(e,t,n){let r=new EventSource(e),i,a,o=!1;return r.addEventListener(`change`,t),r.addEventListener(`open`,()=>{o&&t(),o=!1}),r.addEventListener(`error`,()=>{o=!0,n.trouble(c),t(),r.readyState===EventSource.CLOSED&&(a=setTimeout(()=>{i=u(e,t,n)},5e3))}),()=>{clearTimeout(a),r.close(),i?.()}}function d(e){let t=!1,n=!1;return async()=>{if(t=!0,!n){for(n=!0;t;)t=!1,await e();n=!1}}}async function f(e){let t=p(e.document),n=await Promise.all([...e.paths].map(([t,n])=>m(e,t,n)));n.includes(`signed-out`)?e.told.trouble(`You are signed out: this page is not kept fresh, and what you decide does not count.`,`/`):n.includes(`gone`)?e.told.trouble(c):e.told.trouble(``),o(e.document);let r=p(e.document);r!==t&&e.told.say(r)}function p(e){return[...e.querySelectorAll(`[data-say]`)].map(({textContent:e})=>e).join(` `)}async function m({document:e,shown:t},n,r){let i=await fetch(n,{headers:{accept:`text/html`},redirect:`manual`}).catch(()=>void 0);if(i?.type===`opaqueredirect`||i?.status===401)return`signed-out`;if(!i?.ok)return`gone`;let o=new DOMParser().parseFromString(await i.text(),`text/html`);for(let n of r){let r=o.getElementById(n.id);r&&(a(e,r),t.get(n)===r.innerHTML||h(n,r)||(t.set(n,r.innerHTML),v(n,r)))}e.title=o.title;let[s,c]=[e.querySelector(`h1`),o.querySelector(`h1`)];return s&&c&&s.textContent!==c.textContent&&(s.textContent=c.textContent),`fresh`}function h(e,t){let{activeElement:n}=document;return(e.contains(n)&&n?.matches(`textarea, input, select`)||g(e).size>0)&&t.querySelector(`form`)!==null&&_(e)===_(t)}function g(e){let t=[...e.querySelectorAll(`textarea`)].filter(({value:e,defaultValue:t})=>e!==t);return new Map(t.map(({name:e,value:t})=>[e,t]))}function _(e){return e.querySelector(`[name=csrf]`)?.value}function v(e,t){let{activeElement:n}=document,r=e.contains(n)&&n!==e,i=n?.getAttribute(`href`),a=g(e);e.replaceChildren(...t.childNodes);for(let t of e.querySelectorAll(`textarea`))t.value=a.get(t.name)??t.value;if(!r)return;let o=i?e.querySelector(`a[href=\"${CSS.escape(i)}\"]`):null;(o??document.querySelector(`[data-live][tabindex]`))?.focus({preventScroll:o!==null})}l(document),i(document),e(document,sessionStorage)})();";
const STYLE = " :root { color-scheme: light dark; --ground: light-dark(#ffffff, #14171c); --panel: light-dark(#f4f6f8, #1c2128); --line: light-dark(#d0d7de, #373e47); --text: light-dark(#1b1f24, #e6edf3); --quiet: light-dark(#57606a, #9aa4af); --link: light-dark(#0550ae, #79b8ff); --good: light-dark(#116329, #57d182); --bad: light-dark(#a40e26, #ff8a80); --wait: light-dark(#7a4b00, #f2c14e); --good-ground: light-dark(#e6f6ea, #14291c); --bad-ground: light-dark(#fdecee, #35191c); --wait-ground: light-dark(#fff5dd, #2e2714); --chosen: light-dark(#dbe9f9, #22344d); --button: light-dark(#0b5fa5, #1f6feb); --round: 6px; } * { box-sizing: border-box; } body { margin: 0; background: var(--ground); color: var(--text); font: 16px / 1.5 system-ui, sans-serif; } a { color: var(--link); } header { padding: 0.5rem 1rem; background: var(--panel); border-bottom: 1px solid var(--line); } header strong { font-size: 1.1rem; } main { margin: 0 auto; padding: 1rem; } h1 { font-size: 1.4rem; line-height: 1.3; } h2 { font-size: 1.1rem; } p, li, dd, dt, td, h1, h2, h3 { overflow-wrap: anywhere; } pre, code, .code { font-family: ui-monospace, monospace; font-size: 0.875rem; } pre { background: var(--panel); border: 1px solid var(--line); border-radius: var(--round); padding: 0.8rem; white-space: pre-wrap; overflow-wrap: anywhere; } dl.facts { display: grid; grid-template-columns: minmax(6rem, 12rem) minmax(0, 1fr); gap: 0.2rem 1rem; } dl.facts dt { color: var(--quiet); } dl.facts dd { margin: 0; } .keyword { font-weight: 600; color: var(--link); } .string { color: var(--good); } .comment { color: var(--quiet); font-style: italic; } .quiet { color: var(--quiet); } .note { border-left: 4px solid var(--wait); background: var(--wait-ground); padding: 0.5rem 0.8rem; } .note.good { border-color: var(--good); background: var(--good-ground); } .note.bad { border-color: var(--bad); background: var(--bad-ground); } input, select, textarea, button { font: inherit; color: inherit; background: var(--ground); border: 1px solid var(--quiet); border-radius: var(--round); padding: 0.4rem 0.6rem; max-width: 100%; } button, summary { cursor: pointer; } :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; } .pieces { max-height: 24rem; overflow: auto; margin-top: 0.5rem; } .piece pre { max-height: none; margin: 0 0 0.5rem; } .piece.stderr pre { border-left: 4px solid var(--wait); } .unseen { position: absolute; width: 1px; height: 1px; margin: 0; overflow: hidden; clip-path: inset(50%); white-space: nowrap; } @media (max-width: 40rem) { dl.facts { grid-template-columns: minmax(4rem, 6.5rem) minmax(0, 1fr); } } .skip { position: absolute; left: -99rem; } .skip:focus { left: 1rem; top: 0.5rem; padding: 0.2rem 0.6rem; background: var(--ground); } header { display: flex; flex-wrap: wrap; gap: 0 1.5rem; align-items: center; min-height: 2.8rem; padding-block: 0; } header nav { display: flex; flex-wrap: wrap; gap: 0 0.2rem; flex: 1; } header nav a { padding: 0.75rem 0.6rem 0.6rem; border-bottom: 0.2rem solid transparent; text-decoration: none; } header nav a:hover { text-decoration: underline; } header nav a[aria-current] { color: var(--text); font-weight: 600; border-color: var(--link); } header form { display: flex; gap: 0.8rem; align-items: center; padding: 0.3rem 0; min-width: 0; } header form a { max-width: 16rem; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; } header button { padding: 0.2rem 0.6rem; border-color: var(--line); } main { max-width: 72rem; padding-bottom: 4rem; } h2 { margin: 1.5rem 0 0.5rem; padding-bottom: 0.2rem; border-bottom: 1px solid var(--line); } dd ul { margin: 0; padding: 0; list-style: none; } h3 { font-size: 1rem; margin: 1.5rem 0 0.4rem; } table { width: 100%; border-collapse: collapse; } th, td { text-align: left; vertical-align: top; padding: 0.5rem 0.6rem; border-bottom: 1px solid var(--line); } th { color: var(--quiet); font-size: 0.875rem; font-weight: 600; } tbody tr:hover { background: var(--panel); } td .quiet { font-size: 0.875rem; } .state { font-weight: 600; white-space: nowrap; } :is(td, dd) > .state:not(:empty) { display: inline-block; padding: 0 0.5rem; border: 1px solid var(--line); border-radius: 1rem; font-size: 0.875rem; } .state.waiting, .state.hold, .state.unclear { color: var(--wait); background: var(--wait-ground); } .state.approved, .state.redeemed, .state.allow { color: var(--good); background: var(--good-ground); } .state.denied, .state.block { color: var(--bad); background: var(--bad-ground); } .state.expired, .state.withdrawn { color: var(--quiet); } .soon { color: var(--bad); font-weight: 600; } .banner { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0.2rem 1.5rem; margin: 0.8rem 0; padding: 0.7rem 1rem; border: 1px solid; border-radius: var(--round); color: var(--quiet); background: var(--panel); } .banner .left { font-variant-numeric: tabular-nums; font-weight: 600; } .banner.waiting { color: var(--wait); background: var(--wait-ground); } .banner:is(.approved, .redeemed) { color: var(--good); background: var(--good-ground); } .banner.denied { color: var(--bad); background: var(--bad-ground); } #state:focus { outline: none; } .trouble:empty { display: none; } .trouble { position: sticky; top: 0; z-index: 1; border-left: 4px solid var(--bad); background: var(--bad-ground); padding: 0.5rem 0.8rem; } .steps { display: flex; flex-wrap: wrap; gap: 0.3rem 1rem; margin: 0.6rem 0; } table.events td:first-child { white-space: nowrap; } table.events code { white-space: pre-wrap; } .decide { display: grid; gap: 0.8rem; max-width: 40rem; } .decide label:not(.choice) { display: grid; gap: 0.2rem; } .decide .choice { display: flex; gap: 0.6rem; align-items: baseline; } textarea { display: block; width: 100%; } .buttons { display: flex; flex-wrap: wrap; align-items: center; gap: 0.6rem 1rem; } form.search { display: grid; grid-template-columns: repeat(auto-fill, minmax(12rem, 1fr)); gap: 0.6rem 1rem; align-items: end; margin-bottom: 1rem; } form.search label { display: grid; grid-template-columns: minmax(0, 1fr); font-size: 0.875rem; color: var(--quiet); } form.search input, form.search select { width: 100%; min-width: 0; min-height: 2.6rem; font-size: 1rem; color: var(--text); } .buttons button, a.button { display: inline-block; min-height: 2.6rem; padding: 0.4rem 1rem; border-radius: var(--round); font-weight: 600; } button.yes, a.button { background: var(--button); border: 1px solid var(--button); color: #ffffff; text-decoration: none; } button.no { border-color: var(--bad); color: var(--bad); } :is(button, a.button):hover { box-shadow: 0 0 0 2px var(--line); } @media (min-width: 60.01rem) { .jump { display: none; } } @media (max-width: 40rem) { main { padding-top: 0.2rem; } header nav a { padding-inline: 0.4rem; } header nav { flex: 1 1 0; } header form { flex: 1 0 100%; justify-content: space-between; border-top: 1px solid var(--line); padding: 0.2rem 0; } .decide .buttons { gap: 1.2rem; } .decide .buttons button { flex: 1; min-height: 3rem; } table.list thead { position: absolute; left: -99rem; } table.list tr { display: block; border-bottom: 1px solid var(--line); padding: 0.6rem 0; } table.list td { display: block; border: 0; padding: 0.1rem 0; } table.requests tr { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 1rem; } table.requests td { grid-column: 1 / -1; } table.requests td:is(:first-child, :last-child) { grid-column: auto; grid-row: 1; } table.requests td:last-child { text-align: right; } form.search { grid-template-columns: repeat(2, minmax(0, 1fr)); } form.search .buttons { grid-column: 1 / -1; } } ";

;// CONCATENATED MODULE: ./lib/server/pages/layout.js
// Every page: one document, no inline script or style, nothing from elsewhere.





/** Content under an address that changes with it, so that it may be kept for ever. */
const ASSETS = Object.fromEntries([
    asset('app.js', 'text/javascript; charset=utf-8', SCRIPT),
    asset('app.css', 'text/css; charset=utf-8', STYLE),
    asset('replay.js', 'text/javascript; charset=utf-8', bundle/* SCRIPT */.M),
    asset('replay.css', 'text/css; charset=utf-8', bundle/* STYLE */.Y),
]);
const [script = '', style = '', playerScript = '', playerStyle = ''] = Object.keys(ASSETS);
/** What a page needs to play a terminal; no other one loads it. */
const PLAYER = { script: playerScript, style: playerStyle };
function asset(name, type, body) {
    const digest = (0,external_node_crypto_.createHash)('sha256').update(body).digest('hex').slice(0, 16);
    return [`/assets/${digest}-${name}`, { type, body }];
}
const NAVIGATION = [
    ['/approvals', 'Approvals', 'viewer'],
    ['/sessions', 'Sessions', 'viewer'],
    ['/policy', 'Policy', 'admin'],
];
/** Characters that nobody would see, or that turn text around, are spelled out wherever they stand. */
async function page(options) {
    return (0,html/* raw */.l)((0,spelled/* spelled */.u)(String(await whole(options))));
}
function whole({ title, heading = title, by, at, assets, body }) {
    return (0,html/* html */.q) `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Sluice</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${style}">
<script type="module" src="${script}"></script>${assets ? (0,html/* html */.q) `<link rel="stylesheet" href="${assets.style}"><script type="module" src="${assets.script}"></script>` : ''}
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header><strong>Sluice</strong>${by ? navigation(by, at) : ''}</header>
<main id="main"><h1>${heading}</h1>${body}</main>
</body>
</html>`;
}
function navigation({ person, login }, at) {
    const mine = NAVIGATION.filter(([, , role]) => person.roles.has(role));
    const links = mine.map(([path, name]) => at === path
        ? (0,html/* html */.q) `<a href="${path}" aria-current="page">${name}</a>`
        : (0,html/* html */.q) `<a href="${path}">${name}</a>`);
    return (0,html/* html */.q) `<nav aria-label="Pages">${links}</nav>
<form method="post" action="/sign-out"><a href="/account">${person.name}</a>${csrf(login)}<button>Sign out</button></form>`;
}
/** What every form carries, so that no other site can send it. */
function csrf({ csrf: token }) {
    return (0,html/* html */.q) `<input type="hidden" name="csrf" value="${token ?? ''}">`;
}
/** Milliseconds as a `<time>`. */
function layout_time(ms) {
    const { text, shown } = utc(ms);
    return (0,html/* html */.q) `<time datetime="${text}">${shown}</time>`;
}
/** A moment that the page counts down to, by the server's clock: it stands in a section that is `liveFrom` somewhere. */
function deadline(ms) {
    const { text, shown } = utc(ms);
    return (0,html/* html */.q) `<time datetime="${text}" data-until>until ${shown}</time>`;
}
function utc(ms) {
    const text = new Date(ms).toISOString();
    return { text, shown: `${text.slice(0, 19).replace('T', ' ')} UTC` };
}
/** Attributes of a section with an id that the page keeps fresh from `path`, whenever `events` says so. */
function liveFrom(path, now, events = '/live') {
    return (0,html/* html */.q) `data-live="${path}" data-events="${events}" data-now="${now}"`;
}
/** Names and values in two columns; entries without a value are left out. */
function facts(entries) {
    const shown = entries.filter(([, value]) => value !== undefined && value !== '');
    return (0,html/* html */.q) `<dl class="facts">${shown.map(([name, value]) => (0,html/* html */.q) `<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;
}

;// CONCATENATED MODULE: ./lib/server/pages/error.js




/** Refusals of something that somebody wrote: it is shown again, so that it is not lost. */
const UNSENT = new Set(['signed-out', 'csrf-outdated']);
/** An error as a person reads it. Who is not signed in is sent there, and back. */
async function errorPage(services, error, c) {
    const check = error instanceof OAuthError ? error.check : undefined;
    const { pathname, search } = new URL(c.req.url);
    const reads = ['GET', 'HEAD'].includes(c.req.method);
    if (reads && check === 'signed-out' && services.config.server.signIn)
        return c.redirect(`/sign-in?to=${encodeURIComponent(pathname + search)}`, 303);
    const body = !reads && UNSENT.has(check ?? '') ? await unsent(c, pathname) : told(services, error, c);
    const status = error instanceof OAuthError ? error.status : 500;
    const title = status === 404 ? 'Not found' : status >= 500 ? 'It failed' : 'That is not possible';
    return c.html(page({
        title: check === 'signed-out' ? 'You are signed out' : title,
        body: (0,html/* html */.q) `${body}<p class="quiet">Correlation id ${c.var.correlation}</p>`,
    }), status);
}
function told({ log }, error, c) {
    const known = error instanceof OAuthError;
    if (!known)
        log.error({ err: error, correlationId: c.var.correlation }, 'request failed');
    const what = known ? error.message : 'Something failed here. The server’s log has the cause.';
    const cure = known && error.check === 'signed-out' ? (0,html/* html */.q) `<p>${NO_PROVIDER}</p>` : '';
    return (0,html/* html */.q) `<p class="note bad">${what}</p>${cure}<p><a href="/">Back to the start</a></p>`;
}
const NO_PROVIDER = 'This server has no sign-in provider: its administrator opens the link that it printed when it started.';
/** No redirect: it would lose what was written, and a form may not lead to another site. */
async function unsent(c, pathname) {
    const field = await fieldsOf(c).catch(() => () => '');
    const reason = field('reason');
    const back = pathname.startsWith('/approvals/') ? pathname : '/account';
    return (0,html/* html */.q) `<p class="note bad"><strong>Nothing was done:</strong> your sign-in has ended since this page was made.</p>
<p>Go back, signed in anew, and send it once more.</p>
${reason ? (0,html/* html */.q) `<label>What you wrote <textarea readonly rows="3">${reason}</textarea></label>` : ''}
<p><a class="button" href="${back}">Go back and sign in</a></p>`;
}

;// CONCATENATED MODULE: ./lib/server/failure.js




/** The answer to an error: OAuth's JSON with a correlation id, and nothing of an unexpected error's text; a page for browsers. */
function failure(services, error, c) {
    const correlation_id = c.var.correlation;
    const { log } = services;
    if (isForBrowser(c))
        return errorPage(services, error, c);
    if (error instanceof OAuthError) {
        if (error.status === 401)
            c.header('WWW-Authenticate', `DPoP error="${error.error}"`);
        if (error.status === 429)
            c.header('Retry-After', '60');
        const body = { error: error.error, error_description: error.message, ...error.members, correlation_id };
        return c.json(body, error.status);
    }
    if (error instanceof http_exception/* HTTPException */.y)
        return c.json({ error: 'invalid_request', correlation_id }, error.status);
    log.error({ err: error, correlationId: correlation_id }, 'request failed');
    if (error instanceof errors/* SluiceError */.ah && error.code !== 'INTERNAL')
        return c.json({ error: 'server_error', error_description: error.message, correlation_id }, 502);
    return c.json({ error: 'server_error', correlation_id }, 500);
}
function notFound(services, c) {
    if (isForBrowser(c))
        return errorPage(services, new OAuthError('invalid_request', 'path', NOWHERE, { status: 404 }), c);
    return c.json({ error: 'not_found', correlation_id: c.var.correlation }, 404);
}
const NOWHERE = 'there is nothing under this address';
/** Programs ask for JSON, or for nothing in particular. */
function isForBrowser(c) {
    return !/^\/(api|oauth|v1)\//.test(c.req.path) && /\btext\/html\b/.test(c.req.header('accept') ?? '');
}

;// CONCATENATED MODULE: ./lib/server/oauth/issue.js

const ACCESS_MS = 15 * 60_000;
/** After a session's end its tokens still deliver the rest of its record, and nothing else. */
const RECORD_GRACE_MS = 120_000;
const TOKEN_EXCHANGE = 'urn:ietf:params:oauth:grant-type:token-exchange';
const CIBA = 'urn:openid:params:grant-type:ciba';
const ID_TOKEN = 'urn:ietf:params:oauth:token-type:id_token';
const ACCESS_TOKEN = 'urn:ietf:params:oauth:token-type:access_token';
/** Makes a token pair: https://www.rfc-editor.org/rfc/rfc8693#section-2.2.1 plus the session's members. */
async function issueTokens({ config, clock }, store, session) {
    const now = clock();
    const end = session.expiresAt + RECORD_GRACE_MS;
    const access = Math.min(now + ACCESS_MS, end);
    const pair = await addTokens(store, session.id, { access, refresh: end });
    return {
        access_token: pair.access,
        token_type: 'DPoP',
        expires_in: Math.floor((access - now) / 1000),
        refresh_token: pair.refresh,
        issued_token_type: ACCESS_TOKEN,
        authorization_details: session.targets.map((target) => ({ type: 'sluice', target })),
        session: session.id,
        session_url: `${config.server.url}/sessions/${session.id}`,
        session_expires_at: new Date(session.expiresAt).toISOString(),
    };
}

;// CONCATENATED MODULE: ./lib/server/oauth/metadata.js

/** https://www.rfc-editor.org/rfc/rfc8414#section-2 */
function metadata(url) {
    return {
        issuer: url,
        token_endpoint: `${url}/oauth/token`,
        revocation_endpoint: `${url}/oauth/revoke`,
        response_types_supported: [],
        grant_types_supported: [TOKEN_EXCHANGE, 'refresh_token', CIBA],
        token_endpoint_auth_methods_supported: ['none'],
        revocation_endpoint_auth_methods_supported: ['none'],
        dpop_signing_alg_values_supported: ['Ed25519', 'EdDSA', 'ES256'],
        authorization_details_types_supported: ['sluice'],
        backchannel_token_delivery_modes_supported: ['poll'],
    };
}

// EXTERNAL MODULE: ./lib/core/json.js
var json = __webpack_require__(3085);
;// CONCATENATED MODULE: ./lib/server/approvals/wait.js

/** Another server on the same store may have written the decision. */
const LOOK_AGAIN_MS = 2000;
/** The request as soon as it does not wait any more, or as it stands after `ms`. */
async function waitFor({ store, changes, clock }, id, ms, signal) {
    const until = performance.now() + ms;
    for (;;) {
        // Listens before it looks: nothing falls between the two.
        const stop = new AbortController();
        const stopped = AbortSignal.any([stop.signal, ...(signal ? [signal] : [])]);
        const left = until - performance.now();
        const changed = changes.wait(id, Math.min(Math.max(left, 0), LOOK_AGAIN_MS), stopped);
        const approval = await findApproval(store, id);
        const waiting = approval?.state === 'waiting' && approval.expires_at > clock();
        if (!waiting || left <= 0 || signal?.aborted || changes.over.aborted) {
            stop.abort();
            return approval;
        }
        await changed;
    }
}

// EXTERNAL MODULE: ./node_modules/jose/dist/webapi/jwk/thumbprint.js + 1 modules
var thumbprint = __webpack_require__(73423);
;// CONCATENATED MODULE: ./lib/server/oauth/dpop.js
// Proof of possession of the session key: https://www.rfc-editor.org/rfc/rfc9449#section-4.3




const WINDOW = 60;
const dpop_ALGORITHMS = ['Ed25519', 'EdDSA', 'ES256'];
/** Throws `OAuthError` invalid_dpop_proof. */
async function verifyProof(request) {
    const { proof } = request;
    if (!proof)
        throw invalid('dpop-missing', 'there must be one DPoP header');
    const { header, payload } = dpop_read(proof);
    if (header.typ !== 'dpop+jwt')
        throw invalid('dpop-typ', 'typ must be dpop+jwt');
    if ('crit' in header)
        throw invalid('dpop-header', 'crit is not supported');
    const { alg } = header;
    const algorithm = dpop_ALGORITHMS.find((known) => known === alg);
    if (!algorithm)
        throw invalid('dpop-alg', 'alg must be Ed25519 or ES256');
    const jwk = readKey(header.jwk, algorithm);
    try {
        await (0,verify/* compactVerify */.B)(proof, await (0,key_import/* importJWK */.Og)({ ...jwk }, algorithm), { algorithms: [algorithm] });
    }
    catch {
        throw invalid('dpop-signature', 'the signature does not verify');
    }
    const jti = checkClaims(payload, request);
    return {
        jkt: await (0,thumbprint/* calculateJwkThumbprint */.s)({ ...jwk }),
        jwk,
        jti,
        expiresAt: request.now + 2 * WINDOW * 1000,
    };
}
function dpop_read(proof) {
    try {
        return readCompact(proof);
    }
    catch {
        throw invalid('dpop-shape', 'the proof is not one signed token');
    }
}
/** The public members only; a private or otherwise unexpected key is refused. */
function readKey(value, algorithm) {
    const key = typeof value === 'object' && value !== null ? value : {};
    if ('d' in key || 'k' in key || 'p' in key)
        throw invalid('dpop-private-key', 'jwk must be a public key');
    const { kty, crv, x, y } = key;
    if (algorithm === 'ES256' && kty === 'EC' && crv === 'P-256' && isCoordinate(x) && isCoordinate(y))
        return { kty, crv, x, y };
    if (algorithm !== 'ES256' && kty === 'OKP' && crv === 'Ed25519' && isCoordinate(x))
        return { kty, crv, x };
    throw invalid('dpop-key', 'jwk does not fit alg');
}
/** 32 bytes, spelled in the one canonical way, so that a key has one thumbprint. */
function isCoordinate(value) {
    if (typeof value !== 'string')
        return false;
    const bytes = Buffer.from(value, 'base64url');
    return bytes.length === 32 && bytes.toString('base64url') === value;
}
/** Returns `jti`. */
function checkClaims(payload, request) {
    const { htm, htu, iat, jti, ath } = payload;
    if (htm !== request.method)
        throw invalid('dpop-htm', 'htm is not this request’s method');
    if (htu !== request.url)
        throw invalid('dpop-htu', 'htu is not this request’s address');
    if (typeof iat !== 'number' || !(Math.abs(iat - request.now / 1000) <= WINDOW))
        throw invalid('dpop-iat', 'iat is not within 60 s of the server’s clock');
    if (typeof jti !== 'string' || jti === '' || jti.length > 256)
        throw invalid('dpop-jti', 'jti is missing or too long');
    if (request.accessToken !== undefined) {
        const expected = (0,external_node_crypto_.createHash)('sha256').update(request.accessToken).digest('base64url');
        if (ath !== expected)
            throw invalid('dpop-ath', 'ath is not the hash of this token');
    }
    return jti;
}
function invalid(check, description) {
    return new OAuthError('invalid_dpop_proof', check, `DPoP: ${description}`, {
        status: check === 'dpop-ath' ? 401 : 400,
    });
}

;// CONCATENATED MODULE: ./lib/server/oauth/form.js

/** The parameters of a form-encoded body, each at most once. The caller has limited the body's size. */
async function readForm(request) {
    const type = request.headers.get('content-type') ?? '';
    if (!/^application\/x-www-form-urlencoded\s*(;\s*charset=utf-8\s*)?$/i.test(type))
        throw new OAuthError('invalid_request', 'content-type', 'the body must be application/x-www-form-urlencoded');
    const form = new Map();
    for (const [name, value] of new URLSearchParams(await request.text())) {
        if (form.has(name))
            throw new OAuthError('invalid_request', 'repeated-parameter', 'a parameter occurs twice');
        form.set(name, value);
    }
    return form;
}
function required(form, name) {
    const value = form.get(name);
    if (!value)
        throw new OAuthError('invalid_request', 'missing-parameter', `${name} is missing`);
    return value;
}

;// CONCATENATED MODULE: ./lib/server/oauth/approval.js
// Exchanges that wait for a person; polled as https://openid.net/specs/openid-client-initiated-backchannel-authentication-core-1_0.html















const INTERVAL_MS = 5000;
/** A long poll ends before proxies give up on it. */
const MAX_WAIT_S = 25;
/**
 * Stores what an approver decides on, or takes over what an earlier attempt of the run left behind; returns the members
 * of the `authorization_pending` answer.
 */
async function askApproval(services, store, permitted) {
    const { config, clock } = services;
    const { id: grant, identity, rule, targets, park } = permitted;
    const now = clock();
    const token = newToken('request');
    const asked = { issuer: identity.issuer, claims: identity.claims, targets };
    const subject = sha256(subjectOf(config, rule, asked));
    const left = await takeParked(store, subject, { grant, hash: tokenHash(token), now, park });
    const until = left?.expires_at ?? now + (rule.approval?.timeout ?? 0);
    const id = left?.id ?? (0,external_node_crypto_.randomBytes)(16).toString('hex');
    if (!left) {
        const request = describeRequest(config, rule, { ...asked, grant });
        await addApproval(store, {
            id,
            kind: 'access',
            grant_id: grant,
            poll_hash: tokenHash(token),
            request,
            request_sha256: sha256(request),
            subject_sha256: subject,
            parked: park ? 1 : 0,
            approvers: JSON.stringify(rule.approval?.by ?? []),
            min: rule.approval?.min ?? 1,
            created_at: now,
            expires_at: until,
        });
        await tell(services, store, id, 'asked');
    }
    return {
        auth_req_id: token,
        interval: INTERVAL_MS / 1000,
        expires_in: Math.floor((until - now) / 1000),
        approval_uri: `${config.server.url}/approvals/${id}`,
        approvers: (rule.approval?.by ?? []).join(', '),
        approval_state: left?.state ?? 'waiting',
    };
}
/** What an approver is shown, whole: everything of `subjectOf`, and who asks. */
function describeRequest(config, rule, asked) {
    return (0,json/* canonical */.$)({ ...asked, ...ruleOf(config, rule) });
}
/**
 * What an approval is good for: the same change, asked for by the same person, under the same rule of the same policy
 * file. The attempt of the run is not part of it.
 */
function subjectOf(config, rule, { issuer, claims, targets }) {
    const platform = config.issuers[issuer]?.platform;
    const names = platform ? PLATFORMS[platform].change : [];
    const change = names.map((name) => claims[name] ?? '');
    return (0,json/* canonical */.$)({ issuer, change, targets: [...targets].sort(), ...ruleOf(config, rule) });
}
function ruleOf(config, { name, guard, mask, ttl, approval }) {
    const { by = [], min = 1 } = approval ?? {};
    return { policy: config.sha256, rule: { name, guard, mask, ttl, approvers: by, min } };
}
/** A session that was granted before its rule asked for an approval goes no further without one. */
async function requireApproval(store, rule, grant) {
    if (!rule.approval || (await isApproved(store, grant)))
        return;
    throw new OAuthError('access_denied', 'approval-missing', 'the access rule now asks for an approval', {
        detail: rule.name,
        grant,
    });
}
/** `grant_type=urn:openid:params:grant-type:ciba`: the tokens once somebody has approved; `wait` seconds make it a long poll. */
async function poll(services, call) {
    const { store } = services;
    const wait = waitOf(call.form);
    const proof = await verifyProof({ ...call, method: 'POST', now: services.clock() });
    const asked = await findPolled(store, tokenHash(required(call.form, 'auth_req_id')));
    const grant = asked && (await findGrant(store, asked.grant_id));
    if (!grant)
        throw notYours('approval-request');
    Object.assign(call.entry, { grant: grant.id, issuer: grant.issuer, repository: grant.repository });
    if (grant.jkt !== proof.jkt)
        throw notYours('approval-key');
    if (!(await once(store, `proof:${proof.jkt}`, proof.jti, proof.expiresAt)))
        throw new OAuthError('invalid_dpop_proof', 'dpop-replay', 'DPoP: the proof was used before');
    if (!(await notePoll(store, asked.id, services.clock(), INTERVAL_MS)))
        throw new OAuthError('slow_down', 'approval-interval', 'poll no more often than the interval', {
            quiet: true,
        });
    const approval = (wait > 0 && (await waitFor(services, asked.id, wait * 1000, call.signal))) || asked;
    const state = approvals_standing(approval, services.clock());
    if (state === 'withdrawn')
        throw new OAuthError('access_denied', 'approval-withdrawn', 'the request was withdrawn');
    if (state === 'denied')
        throw await denied(services, approval);
    if (state === 'expired' || approval.expires_at <= services.clock())
        throw new OAuthError('expired_token', 'approval-expired', 'nobody answered in time');
    // Nobody can approve what the policy file asks otherwise now: the job need not wait for it.
    const rule = await ruleNow(services, grant, approval);
    if (state === 'waiting')
        throw new OAuthError('authorization_pending', 'approval', 'an approver must agree first', { quiet: true });
    return redeem(services, call, { grant, approval, rule });
}
function waitOf(form) {
    const text = form.get('wait') ?? '0';
    if (/^\d{1,4}$/.test(text))
        return Math.min(Number(text), MAX_WAIT_S);
    throw new OAuthError('invalid_request', 'wait', '`wait` is a number of seconds');
}
async function denied({ store }, approval) {
    const no = (await decisionsOn(store, approval.id)).find(({ decision }) => decision === 'denied');
    const reason = no?.reason ? `: ${no.reason}` : '';
    return new OAuthError('access_denied', 'approval-denied', `${no?.name ?? 'an approver'} said no${reason}`);
}
function notYours(check) {
    return new OAuthError('invalid_grant', check, 'no such request, or another key asked');
}
/** The policy is asked again. */
async function ruleNow(services, grant, approval) {
    const { config, store, clock, changes } = services;
    const targets = targetsOf(grant);
    const claims = claimsOf(grant);
    const rule = permit(config, grant.issuer, claims, targets);
    const subject = subjectOf(config, rule, { issuer: grant.issuer, claims, targets });
    if (sha256(subject) === approval.subject_sha256)
        return rule;
    const withdrawn = await store.transaction().execute(async (transaction) => {
        await endGrant(transaction, grant.id, clock(), 'policy');
        const done = await withdrawApproval(transaction, approval.id, clock());
        if (done)
            await tell(services, transaction, approval.id, 'withdrawn');
        return done;
    });
    if (withdrawn)
        changes.tell(approval.id);
    throw new OAuthError('access_denied', 'approval-stale', 'the policy changed after the request');
}
/** The grant's clock starts now. */
async function redeem(services, call, { grant, approval, rule }) {
    const { store, clock } = services;
    const now = clock();
    const targets = targetsOf(grant);
    const expiresAt = now + rule.ttl;
    return store.transaction().execute(async (transaction) => {
        const won = await redeemApproval(transaction, approval.id, now);
        const opened = await transaction
            .updateTable('grants')
            .set({ state: 'active', issued_at: now, expires_at: expiresAt })
            .where('id', '=', grant.id)
            .where('state', '=', 'pending')
            .executeTakeFirst();
        if (!won || opened.numUpdatedRows !== 1n)
            throw new OAuthError('invalid_grant', 'approval-redeemed', 'the request was redeemed before');
        await audit(transaction, now, 'ok', call.entry);
        return issueTokens(services, transaction, { id: grant.id, targets, expiresAt });
    });
}
function sha256(text) {
    return (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex');
}

;// CONCATENATED MODULE: ./lib/server/oauth/exchange.js
// The exchange of a pipeline token for a grant: https://www.rfc-editor.org/rfc/rfc8693











async function exchange(services, call) {
    const { form, entry } = call;
    if (required(form, 'subject_token_type') !== ID_TOKEN)
        throw new OAuthError('invalid_request', 'subject-token-type', `subject_token_type must be ${ID_TOKEN}`);
    const park = readPending(form);
    const targets = readTargets(required(form, 'authorization_details'));
    const proof = await verifyProof({ ...call, method: 'POST', now: services.clock() });
    const identity = await verifyToken(services, required(form, 'subject_token'));
    entry.issuer = identity.issuer;
    entry.repository = identity.repository;
    await seeOnce(services, identity, proof);
    const rule = permit(services.config, identity.issuer, identity.claims, targets);
    const id = (0,external_node_crypto_.randomBytes)(16).toString('hex');
    return grant(services, { id, identity, proof, rule, targets, park }, call);
}
/** What the job does when a person must approve: `on_pending` is `wait` (when left out) or `park`. */
function readPending(form) {
    const choice = form.get('on_pending') ?? 'wait';
    if (choice === 'wait' || choice === 'park')
        return choice === 'park';
    throw new OAuthError('invalid_request', 'on-pending', 'on_pending must be wait or park');
}
async function verifyToken({ verifier }, token) {
    try {
        return await verifier.verify(token);
    }
    catch (error) {
        if (!(error instanceof Refusal))
            throw error;
        if (error.check === 'keys-unavailable')
            throw new OAuthError('temporarily_unavailable', error.check, 'the issuer’s keys cannot be fetched', {
                status: 503,
            });
        throw new OAuthError('invalid_request', error.check, 'the subject token is not accepted', {
            detail: error.message,
        });
    }
}
/** Counts the repository's exchange and remembers both ids, together. */
async function seeOnce(services, identity, proof) {
    const { issuer, repository, jti, rememberUntil } = identity;
    const seen = await services.store.transaction().execute(async (store) => ({
        exchanges: await hit(store, `repository:${issuer}:${repository}`, services.clock()),
        proof: await once(store, `proof:${proof.jkt}`, proof.jti, proof.expiresAt),
        token: await once(store, `token:${issuer}`, jti, rememberUntil),
    }));
    const limit = services.config.server.limits.exchangesPerMinute;
    if (seen.exchanges > limit)
        throw new OAuthError('slow_down', 'rate-repository', 'too many exchanges of this repository', {
            status: 429,
            quiet: seen.exchanges > limit + 1,
        });
    if (!seen.proof)
        throw new OAuthError('invalid_dpop_proof', 'dpop-replay', 'DPoP: the proof was used before');
    if (!seen.token)
        throw new OAuthError('invalid_request', 'token-replay', 'the subject token is not accepted', {
            detail: 'the token was exchanged before',
        });
}
/** Takes the job's one grant: active at once, or waiting for an approver. */
async function grant(services, permitted, call) {
    const { identity, rule, targets, id } = permitted;
    const now = services.clock();
    const expiresAt = rule.approval ? null : now + rule.ttl;
    const outcome = await services.store.transaction().execute(async (store) => {
        const taken = await takeJob(store, { issuer: identity.issuer, job: identity.job, targets, grant: id });
        if (!taken)
            throw secondExchange();
        await store
            .insertInto('grants')
            .values(row(services, permitted, now, expiresAt))
            .execute();
        if (expiresAt === null)
            return { pending: await askApproval(services, store, permitted) };
        await audit(store, now, 'ok', { ...call.entry, grant: id });
        return { issued: await issueTokens(services, store, { id, targets, expiresAt }) };
    });
    call.entry.grant = id;
    if (outcome.issued)
        return outcome.issued;
    services.changes.tell(String(outcome.pending.approval_uri).split('/').at(-1) ?? '');
    throw new OAuthError('authorization_pending', 'approval', 'an approver must agree first', {
        members: outcome.pending,
    });
}
function row(services, permitted, now, expiresAt) {
    const { id, identity, proof, rule, targets } = permitted;
    return {
        id,
        issuer: identity.issuer,
        repository: identity.repository,
        job: identity.job,
        rule: rule.name,
        policy_sha256: services.config.sha256,
        targets: JSON.stringify(targets),
        claims: JSON.stringify(identity.claims),
        jkt: proof.jkt,
        jwk: JSON.stringify(proof.jwk),
        state: expiresAt === null ? 'pending' : 'active',
        created_at: now,
        issued_at: expiresAt === null ? null : now,
        expires_at: expiresAt,
        ended_at: null,
        end_reason: null,
    };
}
/** Any step of a job may mint a token, so a second exchange may be a thief's, or the first was. */
function secondExchange() {
    return new OAuthError('invalid_request', 'job-once', 'this job has had its grant', {
        detail: 'a second exchange of one job attempt',
    });
}

;// CONCATENATED MODULE: ./lib/server/oauth/refresh.js










/** A refresh token works again this long after its first use: the answer may have been lost. */
const refresh_RETRY_MS = 60_000;
const REFRESHES_PER_MINUTE = 20;
/** `grant_type=refresh_token`: new tokens for the session that runs; its end does not move. */
async function refresh(services, call) {
    const { store, clock } = services;
    const now = clock();
    const proof = await verifyProof({ ...call, method: 'POST', now });
    const found = await findToken(store, required(call.form, 'refresh_token'));
    if (found?.token.kind !== 'refresh')
        throw refresh_notYours('refresh-token');
    const { token, grant } = found;
    Object.assign(call.entry, { grant: grant.id, issuer: grant.issuer, repository: grant.repository });
    if (grant.jkt !== proof.jkt)
        throw refresh_notYours('refresh-token-key');
    if (!(await once(store, `proof:${proof.jkt}`, proof.jti, proof.expiresAt)))
        throw new OAuthError('invalid_dpop_proof', 'dpop-replay', 'DPoP: the proof was used before');
    const targets = targetsOf(grant);
    const expiresAt = grant.expires_at ?? 0;
    if (grant.state !== 'active' || expiresAt + RECORD_GRACE_MS <= now)
        throw new OAuthError('invalid_grant', 'grant-over', 'the session is over');
    const rule = permit(services.config, grant.issuer, claimsOf(grant), targets);
    await requireApproval(store, rule, grant.id);
    if ((await hit(store, `refresh:${grant.id}`, now)) > REFRESHES_PER_MINUTE)
        throw new OAuthError('slow_down', 'rate-refresh', 'renewed too often', { status: 429 });
    return store.transaction().execute(async (transaction) => {
        if (!(await useRefresh(transaction, token.hash, now, now - refresh_RETRY_MS)))
            throw new OAuthError('invalid_grant', 'refresh-replay', 'the refresh token was used before');
        await audit(transaction, now, 'ok', call.entry);
        return issueTokens(services, transaction, { id: grant.id, targets, expiresAt });
    });
}
function refresh_notYours(check) {
    return new OAuthError('invalid_grant', check, 'no such refresh token, or it has another key');
}

;// CONCATENATED MODULE: ./lib/server/store/credentials.js

/** Stored before the credential is made, so that a crash leaves a row to end. */
async function addCredential(store, row) {
    const id = (0,external_node_crypto_.randomBytes)(16).toString('hex');
    await store
        .insertInto('credentials')
        .values({
        id,
        grant_id: row.grant,
        target: row.target,
        provider: row.provider,
        handle: null,
        state: 'making',
        created_at: row.now,
        ended_at: null,
        sessions_ended: null,
    })
        .execute();
    return id;
}
/** Names a credential that was made; false when somebody ended it or its grant meanwhile. */
async function confirmCredential(store, id, handle) {
    const result = await store
        .updateTable('credentials')
        .set({ state: 'live', handle })
        .where('id', '=', id)
        .where('state', '=', 'making')
        .where('grant_id', 'in', (grants) => grants.selectFrom('grants').select('grants.id').where('grants.state', '=', 'active'))
        .executeTakeFirst();
    return result.numUpdatedRows === 1n;
}
/** Remembers the handle of a credential that must be ended. */
async function nameCredential(store, id, handle) {
    await store.updateTable('credentials').set({ handle, state: 'live' }).where('id', '=', id).execute();
}
async function openCredentials(store, grant) {
    return store
        .selectFrom('credentials')
        .selectAll()
        .where('grant_id', '=', grant)
        .where('state', '!=', 'ended')
        .orderBy('created_at')
        .execute();
}
async function closeCredential(store, id, now, sessionsEnded) {
    await store
        .updateTable('credentials')
        .set({ state: 'ended', ended_at: now, sessions_ended: sessionsEnded })
        .where('id', '=', id)
        .execute();
}
/** Every credential that a grant ever had, oldest first. */
async function credentialsOf(store, grant) {
    return store
        .selectFrom('credentials')
        .selectAll()
        .where('grant_id', '=', grant)
        .orderBy('created_at')
        .execute();
}
/** Credentials that ended grants still have, oldest first, of every target alike. */
async function leftoverCredentials(store) {
    return store
        .selectFrom('credentials')
        .innerJoin('grants', 'grants.id', 'credentials.grant_id')
        .selectAll('credentials')
        .where('grants.state', '=', 'ended')
        .where('credentials.state', '!=', 'ended')
        .orderBy('credentials.created_at')
        .execute();
}

;// CONCATENATED MODULE: ./lib/server/store/statements.js
/** The statements of a session that wait; returns their ids. */
async function withdrawStatements(store, grant, now) {
    const rows = await store
        .updateTable('approvals')
        .set({ state: 'withdrawn', decided_at: now })
        .where('grant_id', '=', grant)
        .where('kind', '=', 'statement')
        .where('state', '=', 'waiting')
        .where('expires_at', '>', now)
        .returning('id')
        .execute();
    return rows.map(({ id }) => id);
}
/** What it keeps others from by now; false when nobody waits for it any more. */
async function noteBlocking(store, id, blocking, now) {
    const result = await store
        .updateTable('approvals')
        .set({ blocking })
        .where('id', '=', id)
        .where('state', '=', 'waiting')
        .where('expires_at', '>', now)
        .executeTakeFirst();
    return result.numUpdatedRows === 1n;
}
/** What approvers of a session's statements were shown. */
async function statementsOf(store, grant) {
    return store
        .selectFrom('approvals')
        .select(['id', 'request'])
        .where('grant_id', '=', grant)
        .where('kind', '=', 'statement')
        .execute();
}
/** Its digest stays that of what was shown. */
async function replaceRequest(store, id, request) {
    await store.updateTable('approvals').set({ request, blocking: null }).where('id', '=', id).execute();
}
/** Requests that a session ever made. */
async function countAsked(store, grant) {
    const { count } = await store
        .selectFrom('approvals')
        .select((select) => select.fn.countAll().as('count'))
        .where('grant_id', '=', grant)
        .executeTakeFirstOrThrow();
    return Number(count);
}
async function countWaiting(store, grant, now) {
    const { count } = await store
        .selectFrom('approvals')
        .select((select) => select.fn.countAll().as('count'))
        .where('grant_id', '=', grant)
        .where('state', '=', 'waiting')
        .where('expires_at', '>', now)
        .executeTakeFirstOrThrow();
    return Number(count);
}

;// CONCATENATED MODULE: ./lib/server/end.js




/** Ends a session for good: no more tokens, then its credentials, then its record. Idempotent. */
async function endSession(services, grant, reason) {
    const { store, clock, changes } = services;
    await endGrant(store, grant, clock(), reason);
    const withdrawn = await store.transaction().execute(async (transaction) => {
        const ids = await withdrawStatements(transaction, grant, clock());
        for (const id of ids)
            await tell(services, transaction, id, 'withdrawn');
        return ids;
    });
    for (const id of withdrawn)
        changes.tell(id);
    await services.credentials.end(grant);
    const record = await sealRecord(services, grant);
    return { credentials: summarise(await credentialsOf(store, grant)), record };
}
/** Seals the record as abandoned unless the session did; false in `sealed` when it could not be done now. */
async function sealRecord(services, grant) {
    try {
        const record = await services.records.abandon(grant);
        if (record.sealed)
            await markSealed(services.store, grant);
        return record;
    }
    catch (error) {
        services.log.error({ err: error, grant }, 'the record could not be sealed');
        return { sealed: false, reason: 'failed' };
    }
}
/** One line a target: a repeated `GET /v1/grant` leaves several credentials. */
function summarise(rows) {
    const byTarget = new Map();
    for (const row of rows) {
        const ended = row.state === 'ended';
        const before = byTarget.get(row.target);
        byTarget.set(row.target, {
            target: row.target,
            provider: row.provider,
            ended: ended && (before?.ended ?? true),
            sessions_ended: (before?.sessions_ended ?? 0) + (row.sessions_ended ?? 0),
        });
    }
    return [...byTarget.values()];
}

;// CONCATENATED MODULE: ./lib/server/oauth/revoke.js
// https://www.rfc-editor.org/rfc/rfc7009: whoever has a token may end its session; no proof is asked for.







/** Idempotent; `{}` for a token that is unknown. */
async function revoke(services, call) {
    const { store, clock } = services;
    const token = required(call.form, 'token');
    const asked = await findPolled(store, tokenHash(token));
    if (asked)
        return withdraw(services, call, asked);
    const found = await findToken(store, token);
    if (!found)
        return {};
    const { grant } = found;
    note(call, grant);
    await audit(store, clock(), 'ok', call.entry);
    const { credentials, record } = await endSession(services, grant.id, 'revoked');
    return { revoked: true, credentials, record };
}
/** A request that waits is ended by its `auth_req_id`: nobody should be asked for a job that is gone. */
async function withdraw(services, call, asked) {
    const { store, clock, changes } = services;
    const grant = await findGrant(store, asked.grant_id);
    if (grant?.state !== 'pending')
        return {};
    note(call, grant);
    await store.transaction().execute(async (transaction) => {
        if (await withdrawApproval(transaction, asked.id, clock()))
            await tell(services, transaction, asked.id, 'withdrawn');
        await endGrant(transaction, grant.id, clock(), 'revoked');
        await audit(transaction, clock(), 'ok', call.entry);
    });
    changes.tell(asked.id);
    return { revoked: true, credentials: [], record: { sealed: false, reason: 'none' } };
}
function note({ entry }, { id, issuer, repository }) {
    Object.assign(entry, { grant: id, issuer, repository });
}

;// CONCATENATED MODULE: ./lib/server/oauth/routes.js










const routes_MAX_FORM_BYTES = 64 * 1024;
const GRANTS = {
    [TOKEN_EXCHANGE]: { event: 'exchange', handle: exchange },
    refresh_token: { event: 'refresh', handle: refresh },
    [CIBA]: { event: 'poll', handle: poll },
};
function oauth(services) {
    const app = new dist/* Hono */.$();
    app.use(noteErrors(services));
    app.use(limitBody(routes_MAX_FORM_BYTES), limitCalls(services));
    app.post('/token', async (c) => {
        const call = await readCall(c, services, 'token');
        return c.json(await handled(services, call, choose(call)));
    });
    app.post('/revoke', async (c) => {
        const call = await readCall(c, services, 'revoke');
        return c.json(await handled(services, call, revoke));
    });
    return app;
}
async function readCall(c, services, event) {
    const { entry } = c.var;
    entry.event = event;
    const form = await readForm(c.req.raw);
    const { signal } = c.req.raw;
    return { form, proof: c.req.header('dpop'), url: services.config.server.url + c.req.path, signal, entry };
}
function choose(call) {
    const type = required(call.form, 'grant_type');
    if (!Object.hasOwn(GRANTS, type))
        throw new OAuthError('unsupported_grant_type', 'grant-type', 'this grant type is not supported');
    const { event, handle } = GRANTS[type];
    call.entry.event = event;
    return handle;
}
/** Runs a handler, which audits its success in its own transaction. */
async function handled(services, call, handler) {
    const result = await handler(services, call);
    services.log.info({ ...call.entry }, 'granted');
    if (call.entry.event === 'exchange')
        services.metrics.exchanges.inc({ result: 'issued' });
    return result;
}

;// CONCATENATED MODULE: ./lib/server/operations.js



/** For load balancers and monitoring. */
function operations({ store, metrics, log }) {
    const app = new dist/* Hono */.$();
    app.get('/healthz', (c) => c.json({ status: 'ok' }));
    app.get('/readyz', async (c) => {
        try {
            await (0,sql/* sql */.l) `select 1`.execute(store);
            return c.json({ status: 'ready' });
        }
        catch (error) {
            log.error({ err: error }, 'the store does not answer');
            return c.json({ status: 'store unavailable' }, 503);
        }
    });
    app.get('/metrics', async (c) => {
        const { active } = await store
            .selectFrom('grants')
            .select((select) => select.fn.countAll().as('active'))
            .where('state', '=', 'active')
            .executeTakeFirstOrThrow();
        metrics.grants.set(Number(active));
        metrics.outbox.set(await countNotices(store));
        return c.text(await metrics.registry.metrics(), 200, { 'Content-Type': metrics.registry.contentType });
    });
    return app;
}

;// CONCATENATED MODULE: ./lib/server/pages/account.js


/** `made` is a new token: it is shown this once. */
function accountPage(by, tokens, made) {
    const { person } = by;
    return page({
        title: 'Your account',
        by,
        body: (0,html/* html */.q) `${facts([
            ['Name', person.name],
            ['Id', person.id],
            ['Groups', person.groups.join(', ') || 'none'],
            ['Roles', [...person.roles].join(', ') || 'none'],
        ])}
<h2>Personal tokens</h2>
<p>For <code>sluice approvals</code>, <code>sluice approve</code> and <code>sluice deny</code>. A token may do what you may do.</p>
${made === undefined ? '' : (0,html/* html */.q) `<p class="note">Copy it now, it is not shown again:<br><code>${made}</code></p>`}
${tokens.length === 0 ? (0,html/* html */.q) `<p class="quiet">You have none.</p>` : list(by, tokens)}
<form class="decide" method="post" action="/account/tokens">${csrf(by.login)}
<label>Name <input name="name" required maxlength="100"></label>
<label>Days <input name="days" type="number" min="1" max="30" value="1" required></label>
<div class="buttons"><button class="yes">Make a token</button></div></form>`,
    });
}
function list({ login }, tokens) {
    return (0,html/* html */.q) `<table class="list"><thead><tr><th scope="col">Name</th><th scope="col">Until</th><th scope="col">End it</th></tr></thead>
<tbody>${tokens.map(({ hash, name, expires_at }) => (0,html/* html */.q) `<tr><td>${name}</td><td>${layout_time(expires_at)}</td>
<td><form method="post" action="/account/tokens/${hash.slice(0, 16)}/end">${csrf(login)}<button class="no">End ${name}</button></form></td></tr>`)}</tbody></table>`;
}

;// CONCATENATED MODULE: ./lib/server/pages/job.js
// The job behind a request or session. Claims are a stranger's text: links are made only of what has the form of one.


const GITHUB = 'https://github.com';
function job({ claims, repository, startedBy, session }) {
    const { run_id: run = '', run_attempt: attempt, sha, server_url: server = GITHUB } = claims;
    const linked = /^[\w.-]+\/[\w.-]+$/.test(repository) && /^\d+$/.test(run) && server === GITHUB;
    const commit = sha && linked && /^[0-9a-f]{40}$/.test(sha);
    return facts([
        ['Repository', repository],
        ['Ref', claims.ref],
        [
            'Commit',
            commit ? (0,html/* html */.q) `<a href="${GITHUB}/${repository}/commit/${sha}" rel="noreferrer">${sha}</a>` : sha,
        ],
        ['Pull request', claims.base_ref ? `${claims.head_ref} → ${claims.base_ref}` : undefined],
        ['Workflow', claims.workflow_ref ?? claims.ci_config_ref_uri],
        [
            'Run',
            linked
                ? (0,html/* html */.q) `<a href="${GITHUB}/${repository}/actions/runs/${run}" rel="noreferrer">${run}</a>${attempt ? `, attempt ${attempt}` : ''}`
                : (claims.pipeline_id ?? run),
        ],
        ['Environment', claims.environment],
        ['Started by', startedBy.join(', ')],
        ['Session', session],
    ]);
}

;// CONCATENATED MODULE: ./lib/server/pages/approvals/decision.js
// The form that decides. Enter in a field presses its first button, which says nothing and is refused.


function decision({ login, person }, detail, refused) {
    if (detail.decisions.some(({ by }) => by === person.id))
        return (0,html/* html */.q) `<h2>Your decision</h2><p class="note good">You have approved this. It takes ${detail.min} people.</p>`;
    if (!detail.may_decide)
        return (0,html/* html */.q) `<h2>Your decision</h2><p class="note">You cannot decide this: ${detail.why_not}.</p>`;
    return (0,html/* html */.q) `<h2>Your decision</h2>
<form class="decide" method="post" action="/approvals/${detail.id}">
<button hidden name="decision" value=""></button>
${csrf(login)}<input type="hidden" name="request_sha256" value="${detail.request_sha256}">
<label>Why <span class="quiet">(kept in the record, told to the job; needed to deny)</span>
<textarea name="reason" rows="2" maxlength="1000" ${refused ? (0,html/* html */.q) `autofocus` : ''}>${refused?.reason ?? ''}</textarea></label>
${detail.kind === 'statement' && !isOnce(detail)
        ? (0,html/* html */.q) `<label class="choice"><input type="checkbox" name="scope" value="session"> <span>Equal statements of this session need not ask again</span></label>`
        : ''}
<div class="buttons"><button class="yes" name="decision" value="approved">Approve</button><button class="no" name="decision" value="denied">Deny</button></div>
</form>`;
}
/** Its bytes do not say all that it does: an equal one may do something else. */
const isOnce = ({ request }) => request.statement.once === true;
/** Said first of all, where somebody looks who has just clicked. */
function refusedPart({ why }) {
    return (0,html/* html */.q) `<p class="note bad" role="alert"><strong>Your decision does not count:</strong> ${why}.</p>`;
}

;// CONCATENATED MODULE: ./lib/server/pages/approvals/standing.js
// How a request stands, in words.


const KIND = { access: 'A session', statement: 'A statement', deployment: 'A deployment' };
const TITLE = {
    waiting: 'waits',
    approved: 'was approved',
    redeemed: 'was approved',
    denied: 'was denied',
    expired: 'had no answer in time',
    withdrawn: 'was withdrawn',
};
function titleOf({ kind, state }) {
    return `${KIND[kind]} ${TITLE[state]}`;
}
/** One sentence. `data-say`: the page reads it out when it changes. */
function banner(detail) {
    const { state, expires_at } = detail;
    const left = state === 'waiting' ? (0,html/* html */.q) ` <span class="left">${deadline(Date.parse(expires_at))}</span>` : '';
    return (0,html/* html */.q) `<p class="banner ${state}"><strong data-say>${said(detail)}</strong>${left}</p>`;
}
function said({ kind, state, decisions, approvers, min, scope }) {
    const by = decisions.map(({ name }) => name).join(' and ');
    switch (state) {
        case 'waiting':
            return `Waits for ${approvers.join(' or ')}${min > 1 ? `: ${decisions.length} of ${min} have approved` : ''}.`;
        case 'approved':
            return `Approved by ${by}${scope === 'session' ? ', for equal statements of this session, too' : ''}.`;
        case 'redeemed':
            return `Approved by ${by}, and the job has its session.`;
        case 'denied':
            return `Denied by ${decisions.findLast(({ decision }) => decision === 'denied')?.name ?? by}.`;
        case 'expired':
            return 'Nobody decided in time. Nothing was given, and the job was told.';
        case 'withdrawn':
            return kind === 'statement'
                ? 'Withdrawn: who sent this statement has gone or given up. It did not run, and there is nothing to decide.'
                : 'Withdrawn: nobody waits for it any more, and there is nothing to decide.';
    }
}

;// CONCATENATED MODULE: ./lib/core/words.js
const VERBS = {
    read: 'read',
    insert: 'insert into',
    update: 'change rows of',
    delete: 'delete rows of',
    truncate: 'empty',
    'copy-in': 'load rows into',
    'copy-out': 'export rows of',
    call: 'call',
    set: 'set',
    rewrite: 'rewrite',
    scan: 'scan',
    maintain: 'maintain',
    expose: 'show protected values of',
    load: 'load',
    own: 'give away',
    unknown: 'do something that cannot be told:',
};
const ROWS = {
    all: 'all rows',
    unknown: 'any number of rows',
    one: 'one row at most',
};
/** One line, without the dot. */
function inWords(effect) {
    const { action, object, name, column, rows, detail, cascade, lock, estimate, bytes, stored, temporary } = effect;
    if (action === 'transaction' && object === 'commit')
        return ['make last what the transaction changed', howMany(effect), detail].filter(Boolean).join('; ');
    const thing = [object, name, column === undefined ? undefined : `column ${column}`]
        .filter(Boolean)
        .join(' ');
    const more = [
        rows && ROWS[rows],
        estimate === undefined ? undefined : `about ${estimate.toLocaleString('en')} rows`,
        bytes === undefined ? undefined : size(bytes),
        cascade ? 'and everything that depends on it' : undefined,
        lock && `locks it (${lock})`,
        stored ? 'done by what the database holds already' : undefined,
        temporary ? 'only the session’s own' : undefined,
        detail,
    ].filter(Boolean);
    return `${VERBS[action] ?? action} ${thing}${more.length > 0 ? `: ${more.join('; ')}` : ''}`;
}
function howMany({ rows, estimate }) {
    if (estimate === undefined)
        return rows && ROWS[rows];
    return `${estimate.toLocaleString('en')} ${estimate === 1 ? 'row was' : 'rows were'} deleted or updated`;
}
/** `50.0 MiB on disk`. */
function size(bytes) {
    if (bytes < 1024 ** 2)
        return `${Math.ceil(bytes / 1024)} KiB on disk`;
    if (bytes < 1024 ** 3)
        return `${(bytes / 1024 ** 2).toFixed(1)} MiB on disk`;
    return `${(bytes / 1024 ** 3).toFixed(1)} GiB on disk`;
}

// EXTERNAL MODULE: ./lib/core/source.js
var source = __webpack_require__(47718);
;// CONCATENATED MODULE: ./lib/server/pages/source.js
// Where a held statement stands: the place is the job's word, the link is made of claims that were verified.


function sourceLine(source, claims) {
    const { file, line, more = 0 } = source;
    const url = sourceUrl(source, claims);
    const place = (0,html/* html */.q) `<code>${file}:${line}</code>`;
    const others = more > 0 ? ` and ${more} more ${more === 1 ? 'place' : 'places'} with the same text,` : '';
    return (0,html/* html */.q) `<p>${url ? (0,html/* html */.q) `<a href="${url}" rel="noreferrer">${place}</a>` : place}${others} <span class="quiet">as the job says</span></p>`;
}
/** The line on the platform's pages as of the job's commit; undefined where the claims name no such page. */
function sourceUrl({ file, line }, claims) {
    const { sha = '' } = claims;
    const repository = repositoryOf(claims);
    if (!repository || !(0,source/* isInside */.F)(file) || !/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(sha))
        return undefined;
    const path = file.split('/').map(encodeURIComponent).join('/');
    return `${repository.url}${repository.blob}/${sha}/${path}#L${line}`;
}
const GITHUB_NAME = /^[A-Za-z0-9][\w-]{0,99}\/(?!\.{1,2}$)[\w.-]{1,100}$/;
const GITLAB_NAME = /^[A-Za-z0-9_][\w.-]*(?:\/[A-Za-z0-9_][\w.-]*)+$/;
/** By the issuer, whose signature holds for the rest: a claim of that name could say anything. */
function repositoryOf({ iss = '', repository = '', project_path: project = '' }) {
    const github = githubOf(iss);
    if (github && GITHUB_NAME.test(repository))
        return { url: `${github}/${repository}`, blob: '/blob' };
    if (!github && project.length <= 500 && GITLAB_NAME.test(project) && HTTPS.test(iss))
        return { url: `${iss}/${project}`, blob: '/-/blob' };
    return undefined;
}
const HTTPS = /^https:\/\/[a-z0-9][a-z0-9.-]*(?::\d{1,5})?(?:\/[\w-]+)*$/;
/** https://docs.github.com/actions/reference/security/oidc: of github.com, of data residency, of an Enterprise Server. */
function githubOf(iss) {
    if (/^https:\/\/token\.actions\.githubusercontent\.com(?:\/[\w-]+)?$/.test(iss))
        return 'https://github.com';
    const [, residency] = /^https:\/\/token\.actions\.([a-z0-9-]+\.ghe\.com)$/.exec(iss) ?? [];
    if (residency)
        return `https://${residency}`;
    const [, server] = /^(https:\/\/[a-z0-9][a-z0-9.-]*(?::\d{1,5})?)\/_services\/token$/.exec(iss) ?? [];
    return server;
}

;// CONCATENATED MODULE: ./lib/core/highlight.js
// SQL for people: keywords, literals and comments stand out. Where each of them ends is what PostgreSQL says: lists leave comments out.
const TOKENS = /(?<comment>--[^\n\r]*|\/\*)|(?<string>e'(?:[^'\\]|\\[\s\S]|'')*(?:'|$)|'(?:[^']|'')*(?:'|$)|\$(?<tag>(?:[a-z_\u0080-\uffff][\w\u0080-\uffff]*)?)\$[\s\S]*?(?:\$\k<tag>\$|$))|(?<name>"(?:[^"]|"")*(?:"|$))|(?<word>[a-z_\u0080-\uffff][\w$\u0080-\uffff]*)/gi;
const BLOCK = /\/\*|\*\//g;
const KEYWORDS = new Set('select insert update delete merge from where and or not in exists into values set using join left right full cross inner outer on group by having order limit offset returning with recursive union all except intersect distinct as create alter drop truncate table view materialized index schema sequence function procedure trigger type domain extension role user database grant revoke to column add rename constraint primary key foreign references unique check default null cascade restrict if begin commit rollback savepoint copy do call execute prepare declare cursor fetch lock vacuum analyze reindex cluster comment is replace temp temporary concurrently owner policy enable disable language returns case when then else end'.split(' '));
/** Colouring more than this would only make the page slow. */
const highlight_MOST = 20_000;
/** All of the text in its order, in pieces. */
function highlight(text) {
    const head = text.slice(0, highlight_MOST);
    const pieces = [];
    let at = 0;
    const tokens = new RegExp(TOKENS);
    for (let match = tokens.exec(head); match; match = tokens.exec(head)) {
        const kind = kindOf(match);
        if (!kind)
            continue;
        const end = match[0] === '/*' ? blockEnd(head, tokens.lastIndex) : tokens.lastIndex;
        pieces.push({ text: head.slice(at, match.index) }, { text: head.slice(match.index, end), kind });
        tokens.lastIndex = end;
        at = end;
    }
    return [...pieces, { text: text.slice(at) }];
}
/** Block comments nest. */
function blockEnd(text, from) {
    const marks = new RegExp(BLOCK);
    marks.lastIndex = from;
    let depth = 1;
    for (let mark = marks.exec(text); mark; mark = marks.exec(text)) {
        depth += mark[0] === '/*' ? 1 : -1;
        if (depth === 0)
            return marks.lastIndex;
    }
    return text.length;
}
function kindOf({ 0: text, groups = {} }) {
    if (groups.comment !== undefined)
        return 'comment';
    if (groups.string !== undefined)
        return 'string';
    return groups.word !== undefined && KEYWORDS.has(text.toLowerCase()) ? 'keyword' : undefined;
}

;// CONCATENATED MODULE: ./lib/server/pages/sql.js


/** A command as it stands: words of SQL mean nothing in it. */
function sql_plain(text) {
    return (0,html/* html */.q) `<pre tabindex="0"><code>${text}</code></pre>`;
}
/** SQL with its keywords, literals and comments coloured. */
function sql_sql(text) {
    const pieces = highlight(text).map(({ text: part, kind }) => kind ? (0,html/* html */.q) `<span class="${kind}">${part}</span>` : part);
    return (0,html/* html */.q) `<pre tabindex="0"><code>${pieces}</code></pre>`;
}

;// CONCATENATED MODULE: ./lib/server/pages/excerpt.js



const MOST_READ = 4096;
/** A statement on one line: of a command nothing is left out, for nobody knows what is a comment there. */
function statementExcerpt(text, length, command) {
    return command ? (0,spelled/* oneLine */.T)(text, length) : sqlExcerpt(text, length);
}
/** SQL on one line. Comments only leave a mark: on one line they would seem to comment out what follows, or fill it all. */
function sqlExcerpt(text, length) {
    const pieces = highlight(text.slice(0, MOST_READ)).map((piece) => piece.kind === 'comment' ? '/*…*/ ' : piece.text);
    return (0,spelled/* oneLine */.T)(pieces.join('') + (text.length > MOST_READ ? '…' : ''), length);
}

;// CONCATENATED MODULE: ./lib/server/pages/approvals/transaction.js
// The transaction of a held statement: what an approver is bound to, and what it blocks right now.



/** https://www.postgresql.org/docs/current/explicit-locking.html */
const KEEPS = {
    'ACCESS EXCLUSIVE': 'nobody else can read or write it',
    EXCLUSIVE: 'others can read it, and not write to it',
    'SHARE ROW EXCLUSIVE': 'others can read it, and not write to it',
    SHARE: 'others can read it, and not write to it',
    'SHARE UPDATE EXCLUSIVE': 'others can read and write it; no VACUUM, and no other change of its definition',
    'ROW EXCLUSIVE': 'rows that it changed cannot be changed by others',
    'ROW SHARE': 'rows that it locked cannot be changed by others',
    'ACCESS SHARE': 'others can read and write it; its definition cannot be changed',
};
const WANTS = {
    'ACCESS SHARE': 'to read',
    'ROW SHARE': 'to lock rows of',
    'ROW EXCLUSIVE': 'to write to',
};
/** What an approval is bound to. */
function transactionPart({ transaction, ran }) {
    const { state, age, statements, earlier = [], idle } = transaction;
    if (state === 'none')
        return (0,html/* html */.q) `<p>None: it runs on its own.</p>`;
    return (0,html/* html */.q) `${ran ? (0,html/* html */.q) `<p>The statement has run. What waits is that its changes are made last; denied, they are undone.</p>` : ''}
${facts([
        [
            'Open for',
            `${transaction_seconds(age)}, ${statements} ${statements === 1 ? 'statement' : 'statements'} when it was asked`,
        ],
        [
            'Ends by itself',
            idle === undefined ? undefined : `after ${transaction_seconds(idle)} of waiting, by the target’s limits`,
        ],
    ])}
${earlier.length === 0
        ? ''
        : (0,html/* html */.q) `<p>What changed something in it before, the last ones:</p>
<ol>${earlier.map((text) => (0,html/* html */.q) `<li><code>${sqlExcerpt(text, 300)}</code></li>`)}</ol>`}`;
}
/** What it blocks, as the session said last; before that, as it was when it was asked. */
function blockingPart({ transaction }, now) {
    if (transaction.state === 'none')
        return (0,html/* html */.q) ``;
    return facts([
        ['Began', now?.since === undefined ? undefined : layout_time(Date.parse(now.since))],
        ['Locked while it waits', locks(now?.locks ?? transaction.locks)],
        ['Waiting behind it', now ? waiting(now) : 'not told by the session'],
    ]);
}
/** What it would lock itself, in the words of whoever wants to use the table meanwhile. */
function locksPart({ effects }) {
    const taken = effects.flatMap(({ lock, name, temporary }) => lock === undefined || name === undefined || temporary ? [] : { relation: name, lock });
    return taken.length === 0 ? (0,html/* html */.q) `` : (0,html/* html */.q) `<h2>What it would lock</h2>${locks(taken)}`;
}
function locks(list) {
    if (list.length === 0)
        return 'no table against others';
    const once = new Map(list.map((each) => [`${each.relation} ${each.lock}`, each]));
    return (0,html/* html */.q) `<ul class="plain">${[...once.values()].map(({ relation, lock }) => (0,html/* html */.q) `<li><strong>${relation}</strong>: ${KEEPS[lock] ?? 'locked'} <span class="quiet">(${lock})</span></li>`)}</ul>`;
}
function waiting({ waiting: some, behind }) {
    if (behind === 0)
        return 'nobody';
    const more = behind - some.length;
    return (0,html/* html */.q) `<strong>${behind} ${behind === 1 ? 'connection' : 'connections'}</strong>
<ul class="plain">${some.map((each) => (0,html/* html */.q) `<li>${waiter(each)}</li>`)}${more > 0 ? (0,html/* html */.q) `<li>and ${more} more</li>` : ''}</ul>`;
}
function waiter({ application, lock, relation, since }) {
    const who = application === '' ? 'one that gives no name' : application;
    const what = lock === undefined || relation === undefined
        ? 'waits for a row, or for the end of a transaction'
        : `wants ${WANTS[lock] ?? 'to change'} ${relation}`;
    const mode = lock === undefined ? '' : (0,html/* html */.q) ` <span class="quiet">(${lock})</span>`;
    return (0,html/* html */.q) `${who} ${what}${mode}${since === undefined ? '' : (0,html/* html */.q) `, since ${layout_time(Date.parse(since))}`}`;
}
function transaction_seconds(ms) {
    const all = Math.round(ms / 1000);
    return all < 120 ? `${all} s` : `${Math.floor(all / 60)} min ${all % 60} s`;
}

;// CONCATENATED MODULE: ./lib/server/pages/approvals/statement.js
// What a held statement is, why it waits and what it would do.





/** `claims` are those of its job, as the server verified them. */
function statement(held, claims, protocol) {
    const { source, parameters, findings, hints, effects, redacted, sha256 } = held;
    // Of a command nobody expects one.
    const transactional = protocol === 'postgres' || held.transaction.state !== 'none';
    return (0,html/* html */.q) `<h2>The statement</h2>
${source ? sourceLine(source, claims) : ''}
${protocol === 'postgres' ? sql_sql(held.text) : sql_plain(held.text)}
${redacted ? (0,html/* html */.q) `<p class="note">This is not all of it: literals are hidden, or it was cut. SHA-256 of all: <code>${sha256}</code></p>` : ''}
${hints.length > 0 ? (0,html/* html */.q) `<p>Its author says: ${hints.map((hint) => (0,html/* html */.q) `<q>${hint}</q> `)}</p>` : ''}
${parameters
        ? (0,html/* html */.q) `<h2>Values</h2><ol>${parameters.values.map((value) => (0,html/* html */.q) `<li>${value === null ? (0,html/* html */.q) `<em>NULL</em>` : (0,html/* html */.q) `<code>${value}</code>`}</li>`)}</ol>${parameters.more ? (0,html/* html */.q) `<p class="note">And ${parameters.more.toLocaleString('en')} more values that are not shown here.</p>` : ''}`
        : ''}
<h2>Why it is held</h2>
<ul>${findings.map(({ rule, reason, hint, verdict }) => (0,html/* html */.q) `<li><strong>${rule}</strong>${verdict === 'warn' ? ' (a warning)' : ''}: ${reason}${hint ? (0,html/* html */.q) `<br><span class="quiet">${hint}</span>` : ''}</li>`)}</ul>
<h2>${held.ran ? 'What its end would do' : 'What it would do'}</h2>
<ul>${effects.map((effect) => (0,html/* html */.q) `<li>${inWords(effect)}</li>`)}</ul>
${tablesPart(held)}
${locksPart(held)}
${transactional ? (0,html/* html */.q) `<h2>Its transaction</h2>${transactionPart(held)}` : ''}`;
}
/** As the catalogue had them when it was asked. */
function tablesPart({ tables = [] }) {
    if (tables.length === 0)
        return (0,html/* html */.q) ``;
    return (0,html/* html */.q) `<h2>Tables</h2>
<ul>${tables.map(({ relation, rows, bytes }) => (0,html/* html */.q) `<li><strong>${relation}</strong>: ${rows === undefined ? 'never counted' : `about ${rows.toLocaleString('en')} rows`}, ${size(bytes)} with indexes</li>`)}</ul>`;
}

;// CONCATENATED MODULE: ./lib/server/pages/approvals/detail.js
// One request: how it stands, what it asks for, and the decision.







function approvalPage({ by, detail, now, refused }) {
    const held = detail.kind === 'statement' ? detail.request.statement : undefined;
    const claims = (detail.request.claims ?? {});
    const live = liveFrom(`/approvals/${detail.id}`, now);
    const open = detail.state === 'waiting';
    return page({
        title: titleOf(detail),
        by,
        at: '/approvals',
        body: (0,html/* html */.q) `${refused ? refusedPart(refused) : ''}
<section id="state" tabindex="-1" ${live}>${banner(detail)}
${open && detail.may_decide ? (0,html/* html */.q) `<p class="jump"><a href="#decision">Your decision</a></p>` : ''}
${facts([
            ['Target', detail.targets.join(', ')],
            ['Job', [detail.repository, detail.ref, ...detail.started_by].filter(Boolean).join(', ')],
            ...detail.decisions.map((each) => [
                each.decision === 'approved' ? 'Approved by' : 'Denied by',
                (0,html/* html */.q) `${each.name}, ${layout_time(Date.parse(each.at))}${each.reason ? (0,html/* html */.q) `: ${each.reason}` : ''}`,
            ]),
        ])}
</section>
${held ? statement(held, claims, detail.protocol) : ''}
<section id="blocking" ${live}>${held && open ? blockingPart(held, detail.blocking) : ''}</section>
<h2>The job</h2>
${job({
            claims: { ref: detail.ref, ...claims },
            repository: detail.repository,
            startedBy: detail.started_by,
            session: sessionOf(detail),
        })}
<section id="decision" ${live}>${open ? decision(by, detail, refused) : ''}</section>
<h2>The policy</h2>
${facts([
            ['Access rule', detail.access],
            ['Approvers', `${detail.approvers.join(', ')}${detail.min > 1 ? ` (${detail.min} must agree)` : ''}`],
        ])}`,
    });
}
function sessionOf({ kind, session }) {
    if (kind === 'deployment')
        return '';
    return kind === 'statement' ? (0,html/* html */.q) `<a href="/sessions/${session}">${session}</a>` : session;
}

;// CONCATENATED MODULE: ./lib/server/pages/approvals/list.js
// What waits for a person, newest first.



function approvalsPage(options) {
    const { by, list, all, waiting, before, more, now } = options;
    const here = pathOf(all, before);
    const heading = all ? 'All requests' : 'Waiting for approval';
    return page({
        title: waiting > 0 ? `(${waiting}) ${heading}` : heading,
        heading,
        by,
        at: '/approvals',
        body: (0,html/* html */.q) `<section id="list" ${liveFrom(here, now)}>
<p><span data-say>${waitInWords(waiting)}</span> <a href="${pathOf(!all)}">${all ? 'Only those that wait' : 'Decided ones too'}</a></p>
${list.length === 0 ? '' : table(list)}
${before || more ? (0,html/* html */.q) `<nav class="steps" aria-label="Pages of requests">${before ? (0,html/* html */.q) `<a href="${pathOf(all)}">Newest</a>` : ''}${more ? (0,html/* html */.q) `<a href="${pathOf(all, list.at(-1)?.id)}">Older ones</a>` : ''}</nav>` : ''}</section>`,
    });
}
function waitInWords(waiting) {
    if (waiting === 0)
        return 'Nothing waits.';
    return waiting === 1 ? 'One request waits.' : `${waiting.toLocaleString('en')} requests wait.`;
}
function pathOf(all, before) {
    const asked = [...(all ? ['state=all'] : []), ...(before ? [`before=${before}`] : [])];
    return asked.length === 0 ? '/approvals' : `/approvals?${asked.join('&')}`;
}
function table(list) {
    return (0,html/* html */.q) `<table class="list requests">
<thead><tr><th scope="col">What</th><th scope="col">For</th><th scope="col">Job</th><th scope="col">State</th></tr></thead>
<tbody>${list.map((each) => (0,html/* html */.q) `<tr>
<td><a href="/approvals/${each.id}">${whatOf(each)}</a>
${each.rules ? (0,html/* html */.q) `<br><span class="quiet">${each.rules.join(', ')}</span>` : ''}</td>
<td>${each.environment ?? each.targets.join(', ')}</td>
<td>${each.repository}<br><span class="quiet">${each.ref}, ${each.started_by.join(', ')}</span></td>
<td>${state(each)}</td>
</tr>`)}</tbody></table>`;
}
function whatOf({ kind, statement, protocol, access, environment }) {
    if (kind === 'deployment')
        return `Deployment: ${environment}`;
    if (statement === undefined)
        return `Session: ${access}`;
    return (0,html/* html */.q) `<code>${statementExcerpt(statement, 160, protocol !== 'postgres')}</code>`;
}
function state(each) {
    const waits = each.state === 'waiting';
    return (0,html/* html */.q) `<span class="state ${each.state}">${each.state}</span>${waits ? (0,html/* html */.q) `<br>${deadline(Date.parse(each.expires_at))}` : ''}${waits && !each.may_decide ? (0,html/* html */.q) `<br><span class="quiet">not yours to decide</span>` : ''}`;
}

;// CONCATENATED MODULE: ./lib/server/pages/approvals/routes.js











const ON_PAGE = 50;
const DECISIONS = ['approved', 'denied'];
/** `/approvals`: seen by everybody who may look, decided by who may decide. */
function approvalPages(services) {
    const app = new dist/* Hono */.$();
    const { store, clock } = services;
    app.use(noteErrors(services), limitBody(MAX_FORM_BYTES), protectFromOthers(services));
    app.get('/', async (c) => {
        const by = await requirePerson(services, c, 'viewer');
        const all = c.req.query('state') === 'all';
        const asked = c.req.query('before');
        const before = asked === undefined ? undefined : await findApproval(store, asked);
        const now = clock();
        const rows = await listApprovals(store, { waiting: !all, now, limit: ON_PAGE + 1, before });
        return c.html(approvalsPage({
            by,
            list: rows.slice(0, ON_PAGE).map((row) => summaryOf(services, by.person, row)),
            all,
            waiting: await countAllWaiting(store, now),
            before: before?.id,
            more: rows.length > ON_PAGE,
            now,
        }));
    });
    app.get('/:id', async (c) => {
        const by = await requirePerson(services, c, 'viewer');
        const detail = await detailOf(services, by.person, c.req.param('id'));
        return c.html(approvalPage({ by, detail, now: clock() }));
    });
    app.post('/:id', async (c) => {
        c.var.entry.event = 'decide';
        const by = await requirePerson(services, c, 'viewer');
        const id = c.req.param('id');
        const form = await fieldsOf(c);
        const reason = form('reason').slice(0, MAX_REASON);
        try {
            await decideBy(services, c, { by, id, form, reason });
        }
        catch (error) {
            if (!(error instanceof OAuthError))
                throw error;
            // What was written stays, and the page shows how the request stands now.
            c.var.entry.check = error.check;
            const detail = await detailOf(services, by.person, id);
            const refused = { why: error.message, reason };
            return c.html(approvalPage({ by, detail, now: clock(), refused }), error.status);
        }
        return c.redirect(`/approvals/${id}`, 303);
    });
    return app;
}
async function decideBy(services, c, { by, id, form, reason }) {
    const decision = DECISIONS.find((each) => each === form('decision'));
    if (!decision)
        throw new OAuthError('invalid_request', 'decision', 'it says neither approve nor deny');
    if (decision === 'denied' && reason.trim() === '')
        throw new OAuthError('invalid_request', 'reason', 'a reason is needed to deny: the job is told why');
    const scope = form('scope') === 'session' ? 'session' : 'once';
    const word = { decision, requestSha256: form('request_sha256'), scope, reason };
    await decide(services, by.person, { id, word, entry: c.var.entry });
}

// EXTERNAL MODULE: ./node_modules/hono/dist/helper/streaming/index.js + 5 modules
var streaming = __webpack_require__(57236);
;// CONCATENATED MODULE: ./lib/server/pages/live.js

/** Browsers reconnect by themselves; proxies cut what is silent. */
const HEARTBEAT_MS = 15_000;
function live(c, { watch, over, allowed, together }) {
    return (0,streaming/* streamSSE */.OT)(c, async (stream) => {
        let changed = true;
        let wake = () => { };
        const leave = watch(() => {
            changed = true;
            wake();
        });
        stream.onAbort(() => wake());
        const stop = () => wake();
        over.addEventListener('abort', stop);
        try {
            while (!stream.aborted && !over.aborted && (await allowed())) {
                if (changed) {
                    changed = false;
                    await stream.writeSSE({ event: 'change', data: '' });
                    await stream.sleep(together);
                }
                else if (!(await woken((resume) => (wake = resume))))
                    await stream.write(': still here\n\n');
            }
        }
        finally {
            leave();
            over.removeEventListener('abort', stop);
        }
    });
}
/** True when it was woken, false when nothing happened for a while. */
function woken(listen) {
    return new Promise((resolve) => {
        const timer = setTimeout(() => resolve(false), HEARTBEAT_MS);
        listen(() => {
            clearTimeout(timer);
            resolve(true);
        });
    });
}

// EXTERNAL MODULE: ./lib/grants/limits.js
var limits = __webpack_require__(26887);
// EXTERNAL MODULE: ./lib/policy/guards.js
var policy_guards = __webpack_require__(17358);
// EXTERNAL MODULE: ./lib/policy/rules/index.js + 181 modules
var rules = __webpack_require__(17125);
;// CONCATENATED MODULE: ./lib/server/pages/policy/links.js
/** Where the rule of this name is shown; undefined when the file has none. */
function accessLink({ access }, name) {
    const index = access.findIndex((rule) => rule.name === name);
    return index === -1 ? undefined : `/policy#${links_anchor('access', index)}`;
}
/** Names may have characters that no fragment has. */
function links_anchor(section, index) {
    return `${section}-${index + 1}`;
}

;// CONCATENATED MODULE: ./lib/server/pages/policy/words.js
// Durations and sizes as people say them.
const UNITS = [
    [24 * 3600_000, 'd'],
    [3600_000, 'h'],
    [60_000, 'min'],
    [1000, 's'],
    [1, 'ms'],
];
/** `1 h 30 min`. */
function duration(ms) {
    const parts = [];
    let left = ms;
    for (const [size, unit] of UNITS) {
        const n = Math.floor(left / size);
        left -= n * size;
        if (n > 0)
            parts.push(`${n} ${unit}`);
    }
    return parts.join(' ') || '0 s';
}
/** `10 GiB`, exactly. */
function bytes(n) {
    for (const [size, unit] of [
        [1024 ** 4, 'TiB'],
        [1024 ** 3, 'GiB'],
        [1024 ** 2, 'MiB'],
        [1024, 'KiB'],
    ])
        if (n >= size && n % size === 0)
            return `${n / size} ${unit}`;
    return `${n} bytes`;
}

;// CONCATENATED MODULE: ./lib/server/pages/policy/guards.js
// Guards as they are used: with everything that they extend folded in.







const LEVELS = [
    ['block', 'Blocked'],
    ['hold', 'Held'],
    ['warn', 'Warned about'],
];
/** Those of the file, then those that are built in and in use. */
function guardNames({ guards, access }) {
    const used = new Set(access.map(({ guard }) => guard));
    for (const guard of Object.values(guards))
        if (guard.extends)
            used.add(guard.extends);
    const builtIn = Object.keys(policy_guards/* BUILT_IN */.$).filter((name) => used.has(name) && !Object.hasOwn(guards, name));
    return [...Object.keys(guards), ...builtIn];
}
function guardsPart(config) {
    return (0,html/* html */.q) `<h2 id="guards">Guards</h2>
${guardNames(config).map((name, index) => one(config, name, index))}`;
}
function one(config, name, index) {
    const guard = (0,policy_guards/* resolveGuard */.m)(name, config.guards);
    const own = Object.hasOwn(config.guards, name) ? config.guards[name] : undefined;
    return (0,html/* html */.q) `<h3 id="${links_anchor('guard', index)}">${name}</h3>
${facts([
        ['Starts from', own ? own.extends : 'built in'],
        ['Mode', guard.mode === 'observe' ? 'observe: nothing is refused' : 'enforce'],
        ['Thresholds', thresholds(guard)],
        ['Limits', guards_limits(config, name)],
        [
            'Exceptions',
            guard.allow.length === 0
                ? undefined
                : (0,html/* html */.q) `<ul>${guard.allow.map((each) => (0,html/* html */.q) `<li>${exception(each)}</li>`)}</ul>`,
        ],
    ])}
<details><summary>Rules of ${name}</summary>${facts([
        ...LEVELS.map(([level, word]) => [word, guards_rules(guard, level)]),
        ['Silent', guards_rules(guard, undefined)],
    ])}</details>`;
}
function guards_rules(guard, level) {
    const ids = rules/* RULES */.y.map(({ id }) => id).filter((id) => guard.rules[id] === level);
    return ids.length === 0 ? 'none' : ids.join(', ');
}
/** What each rule looks at; the same for every guard. */
function rulesPart(config) {
    const spoken = new Set(guardNames(config).flatMap((name) => Object.keys((0,policy_guards/* resolveGuard */.m)(name, config.guards).rules)));
    return (0,html/* html */.q) `<details id="rules"><summary>What the rules look at</summary><dl class="facts">${rules/* RULES */.y.filter(({ id }) => spoken.has(id)).map(({ id, summary }) => (0,html/* html */.q) `<dt>${id}</dt><dd>${summary}</dd>`)}</dl></details>`;
}
function thresholds({ thresholds: given = {} }) {
    const { rows, tableSize } = given;
    return [
        rows === undefined ? undefined : `more than ${rows.toLocaleString('en')} rows are held`,
        tableSize === undefined ? undefined : `lock risks on tables over ${bytes(tableSize)} are held`,
    ]
        .filter(Boolean)
        .join('; ');
}
function exception({ rule, relations, paths, programs, names, rows, tableSize }) {
    const conditions = [
        ...[relations, paths, programs, names].map((list) => list?.join(', ')),
        rows === undefined ? undefined : `at most ${rows.toLocaleString('en')} rows`,
        tableSize === undefined ? undefined : `at most ${bytes(tableSize)} on disk`,
    ].filter(Boolean);
    return `${rule}: ${conditions.join('; ')}`;
}
function guards_limits(config, name) {
    const { statementTimeout, lockTimeout, idleInTransactionTimeout, rows, bytes: most, connections, } = (0,limits/* resolveLimits */.f)(name, config.guards);
    return [
        statementTimeout === undefined ? undefined : `a statement ${duration(statementTimeout)}`,
        lockTimeout === undefined ? undefined : `a lock ${duration(lockTimeout)}`,
        idleInTransactionTimeout === undefined
            ? undefined
            : `idle in a transaction ${duration(idleInTransactionTimeout)}`,
        rows === undefined ? undefined : `${rows.toLocaleString('en')} rows a result`,
        most === undefined ? undefined : `${bytes(most)} a result`,
        `${connections} connections`,
    ]
        .filter(Boolean)
        .join('; ');
}

;// CONCATENATED MODULE: ./lib/server/pages/policy/page.js
// The policy file as the server uses it. Secrets are not in it: only the names of where they are.






function policyPage(by, config) {
    return page({
        title: 'Policy',
        by,
        at: '/policy',
        body: (0,html/* html */.q) `<p>As this server uses it since its start. SHA-256 of the file: <code>${config.sha256}</code></p>
${warnings(config)}
<nav class="steps" aria-label="Parts of the policy"><a href="#access">Access</a><a href="#targets">Targets</a><a href="#guards">Guards</a><a href="#masks">Masks</a><a href="#people">People</a></nav>
<h2 id="access">Access rules</h2><p class="quiet">The first that matches a target gives the grant.</p>
${config.access.map((rule, index) => access(config, rule, index))}
<h2 id="targets">Targets</h2>${Object.values(config.targets).map(target)}
${guardsPart(config)}${rulesPart(config)}
<h2 id="masks">Masks</h2>${Object.values(config.masks).length === 0 ? (0,html/* html */.q) `<p class="quiet">None.</p>` : Object.values(config.masks).map(mask)}
${people(config)}`,
    });
}
function warnings({ warnings: list }) {
    if (list.length === 0)
        return '';
    return (0,html/* html */.q) `<h2>Warnings</h2><ul>${list.map(({ line, message, hint }) => (0,html/* html */.q) `<li>Line ${line}: ${message}${hint ? (0,html/* html */.q) `<br><span class="quiet">${hint}</span>` : ''}</li>`)}</ul>`;
}
function access(config, rule, index) {
    const issuer = config.issuers[rule.issuer];
    const targets = Object.keys(config.targets);
    return (0,html/* html */.q) `<h3 id="${links_anchor('access', index)}">${rule.name}</h3>
${facts([
        ['Tokens of', issuer ? `${rule.issuer}: ${issuer.platform}, ${issuer.issuer}` : rule.issuer],
        ['Audience', issuer?.audience],
        [
            'Claims',
            (0,html/* html */.q) `${Object.entries(rule.claims).map(([name, values]) => (0,html/* html */.q) `<div><code>${name}</code> is ${values.map((value, at) => (0,html/* html */.q) `${at > 0 ? ' or ' : ''}<code>${value}</code>`)}</div>`)}`,
        ],
        [
            'Targets',
            (0,html/* html */.q) `${rule.targets.map((name, at) => (0,html/* html */.q) `${at > 0 ? ', ' : ''}${linked('target', targets, name)}`)}`,
        ],
        ['Guard', linked('guard', guardNames(config), rule.guard)],
        ['Masks', rule.mask === undefined ? 'none' : linked('mask', Object.keys(config.masks), rule.mask)],
        ['Session', `at most ${duration(rule.ttl)}`],
        ['Approval', rule.approval ? approval(rule.approval) : 'not needed'],
        [
            'Held statements',
            rule.holds
                ? `${approval(rule.holds)}${rule.holds.strongLocks === 'refuse' ? '; refused in a transaction that keeps others from a table' : ''}`
                : 'refused: nobody can be asked',
        ],
    ])}`;
}
function linked(section, names, name) {
    const index = names.indexOf(name);
    return index === -1 ? (0,html/* html */.q) `${name}` : (0,html/* html */.q) `<a href="#${links_anchor(section, index)}">${name}</a>`;
}
function approval({ by, min, timeout }) {
    return `${min > 1 ? `${min} of ` : ''}${by.join(', ')}, within ${duration(timeout)}`;
}
function target(config, index) {
    const { name, protocol, host, port, database, tls, ssh, http, credential, retention } = config;
    return (0,html/* html */.q) `<h3 id="${links_anchor('target', index)}">${name}</h3>
${facts([
        ['Address', [protocol, `${host}:${port}`, database].filter(Boolean).join(', ')],
        [
            'TLS',
            tls &&
                [tls.mode, tls.serverName && `name ${tls.serverName}`, tls.ca && `roots ${tls.ca}`]
                    .filter(Boolean)
                    .join(', '),
        ],
        ...sshInWords(ssh),
        ['Header', http && `${http.header}, ${http.scheme}`],
        ['Cookies', http && (http.cookies === 'drop' ? 'go neither way' : 'are passed on')],
        ['Not masked', http?.unmasked.join(', ')],
        ['Credential', credentialInWords(credential)],
        ['Records', retention === undefined ? 'kept for good' : `kept for ${duration(retention)}`],
    ])}`;
}
function sshInWords(ssh) {
    if (!ssh)
        return [];
    const { hostKeys, knownHosts, shell, environment, forward } = ssh;
    const pinned = hostKeys.map((key) => fingerprint(key));
    return [
        ['Host keys', [...pinned, ...(knownHosts ? [`those of ${knownHosts}`] : [])].join(', ')],
        ['Shells', shell === 'refuse' ? 'refused' : 'recorded and masked; what is typed is not judged'],
        ['Variables', environment.join(', ')],
        ['Forwarding', forward.length === 0 ? 'refused' : `to ${forward.join(', ')}`],
    ];
}
/** As `ssh-keygen -l` prints it. */
function fingerprint(key) {
    const [type = '', blob = ''] = key.split(' ');
    const hash = (0,external_node_crypto_.createHash)('sha256').update(Buffer.from(blob, 'base64')).digest('base64');
    return `${type} SHA256:${hash.replace(/=+$/, '')}`;
}
/** References are shown by name; what they stand for is not known here. */
function credentialInWords(credential) {
    const { provider, ...members } = credential;
    return [provider, ...Object.entries(members).map(([name, value]) => `${name} ${value}`)].join(', ');
}
function mask({ name, columns, fields = [], detect, patterns = [], predicates }, index) {
    return (0,html/* html */.q) `<h3 id="${links_anchor('mask', index)}">${name}</h3>
${facts([
        ['Conditions on them', predicates === 'strict' ? 'held, unless they only show a column' : 'warned about'],
        ['Detectors', detect.join(', ')],
        [
            'Patterns',
            patterns.length === 0
                ? undefined
                : (0,html/* html */.q) `${patterns.map((each) => (0,html/* html */.q) `<div>${each.name}: <code>${each.pattern}</code></div>`)}`,
        ],
        [
            'Columns',
            columns.length === 0
                ? undefined
                : (0,html/* html */.q) `${columns.map(({ pattern, mask: kind }) => (0,html/* html */.q) `<div><code>${pattern}</code> ${kind}</div>`)}`,
        ],
        [
            'Fields',
            fields.length === 0
                ? undefined
                : (0,html/* html */.q) `${fields.map(({ pattern, mask: kind }) => (0,html/* html */.q) `<div><code>${pattern}</code> ${kind}</div>`)}`,
        ],
    ])}`;
}
function people({ approvers, server }) {
    const roles = server?.roles;
    return (0,html/* html */.q) `<h2 id="people">People</h2>
${facts([
        ...Object.values(approvers).map(({ name, group }) => [`Approver ${name}`, `group ${group}`]),
        [
            'Sign-in',
            server?.signIn
                ? `${server.signIn.issuer}, client ${server.signIn.clientId}`
                : 'by the administrator’s link',
        ],
        ['Viewers', roles?.viewer ? `groups ${roles.viewer.join(', ')}` : 'everybody who signs in'],
        [
            'Administrators',
            roles && roles.admin.length > 0
                ? `groups ${roles.admin.join(', ')}`
                : server?.signIn
                    ? 'nobody'
                    : 'by the link',
        ],
    ])}`;
}

;// CONCATENATED MODULE: ./lib/server/pages/policy/routes.js




/** `/policy`: for administrators. */
function policyPages(services) {
    const app = new dist/* Hono */.$();
    app.use(noteErrors(services));
    app.get('/', async (c) => c.html(policyPage(await requirePerson(services, c, 'admin'), services.config)));
    return app;
}

// EXTERNAL MODULE: ./lib/recording/terminal/cast.js + 1 modules
var terminal_cast = __webpack_require__(56558);
// EXTERNAL MODULE: ./lib/recording/checks/record.js + 8 modules
var record = __webpack_require__(12572);
;// CONCATENATED MODULE: ./lib/server/sessions/integrity.js
// Whether a record holds, by the checks of `sluice verify`.



/** Bytes of events. */
const MOST_BYTES = 16 * 1024 * 1024;
/** A page that is loaded again gets the same answer. */
const KEPT_MS = 60_000;
const MOST_KEPT = 100;
function createIntegrity(reader, serverKey, clock) {
    const known = new Map();
    const check = async (session, { sizes, seal }) => {
        const file = (name, size) => reader.bytes(session, name, 0, size);
        const files = {
            session: await file('session', sizes.session),
            chunks: await file('chunks', sizes.chunks),
            receipts: await file('receipts', sizes.receipts),
            seal: seal && (await file('seal', await reader.size(session, 'seal'))),
        };
        const checking = (0,record/* checkRecord */.E)(files, serverKey);
        let step = checking.next();
        while (!step.done) {
            if ('pause' in step.value)
                await (0,promises_.setImmediate)();
            step = checking.next(answer(step.value));
        }
        return { at: clock(), verification: step.value };
    };
    return {
        async check(session, standing) {
            if (standing.sizes.session > MOST_BYTES)
                return undefined;
            const before = known.get(session);
            const sealed = standing.seal !== undefined;
            if (before && before.head === standing.head && before.sealed === sealed) {
                const checked = await before.checked;
                if (clock() - checked.at < KEPT_MS)
                    return checked;
            }
            known.delete(session);
            const checked = check(session, standing);
            known.set(session, { head: standing.head, sealed, checked });
            checked.catch(() => known.delete(session));
            for (const oldest of known.keys()) {
                if (known.size <= MOST_KEPT)
                    break;
                known.delete(oldest);
            }
            return checked;
        },
    };
}
function answer(need) {
    if ('pause' in need)
        return undefined;
    if ('hash' in need)
        return (0,chain/* sha256 */.sc)(need.hash);
    const key = (0,chain/* publicKey */.jE)(need.key);
    return key !== undefined && (0,chain/* verifyAs */.Mr)(need.domain, need.value, need.signature, key);
}

// EXTERNAL MODULE: ./lib/recording/reading.js
var reading = __webpack_require__(98055);
;// CONCATENATED MODULE: ./lib/server/sessions/facts.js
// What a piece of a record says that people search for. The events were written by the job's runner: nothing is taken for granted.


/** Characters of one statement that are searched. */
const SEARCHED = 1024;
const MOST_COLUMNS = 500;
const MOST_NAME = 300;
/** Of complete lines. */
function factsOf(lines) {
    const counts = { connections: 0, statements: 0, held: 0, blocked: 0, refused: 0, errors: 0, masked: 0 };
    const columns = new Map();
    const texts = new Set();
    let events = 0;
    for (const line of lines.toString('utf8').split('\n').slice(0, -1)) {
        events++;
        const event = eventIn(line);
        if (event)
            facts_note(event, { counts, columns, texts });
    }
    return { events, counts, columns, text: [...texts].join('\n') };
}
/** Undefined for what is no event. */
function eventIn(line) {
    try {
        return (0,reading/* asEvent */.Rp)(JSON.parse(line));
    }
    catch {
        return undefined;
    }
}
/** As it is searched: without regard to spaces, tabs and line ends. */
function searchable(text) {
    return text
        .slice(0, SEARCHED * 4)
        .replaceAll('\0', ' ')
        .replace(/\s+/g, ' ')
        .trim()
        .slice(0, SEARCHED);
}
function facts_note(event, { counts, columns, texts }) {
    switch (event.type) {
        case 'connection.open':
            counts.connections++;
            break;
        case 'statement':
            counts.statements++;
            if (event.verdict === 'hold')
                counts.held++;
            if (event.verdict === 'block')
                counts.blocked++;
            if (typeof event.text === 'string')
                texts.add(searchable(event.text));
            break;
        case 'denied':
            counts.refused++;
            break;
        case 'error':
            counts.errors++;
            break;
        case 'result':
            for (const [column, cells] of facts_maskedIn(event)) {
                counts.masked += cells;
                if (columns.has(column) || columns.size < MOST_COLUMNS)
                    columns.set(column, (columns.get(column) ?? 0) + cells);
            }
    }
}
/** Masked cells of a result by column or detector. */
function facts_maskedIn({ masked }) {
    if (!(0,shapes/* isRecord */.u4)(masked))
        return [];
    return Object.entries(masked).flatMap(([name, cells]) => Number.isSafeInteger(cells) && cells >= 0 && cells < 1e12
        ? [[name.slice(0, MOST_NAME), cells]]
        : []);
}

;// CONCATENATED MODULE: ./lib/server/sessions/output.js

/** Read behind the statement for a page, and for a replay. */
const READ_FOR_PAGE = 8 * 1024 * 1024;
const READ_FOR_REPLAY = 64 * 1024 * 1024;
/** `off` is where the line of the statement begins, or an earlier one; `end` where the record ends now. */
async function shownBy(reader, session, { statement, off, end, most }) {
    const { conn, id } = statement;
    const events = [];
    let read = 0;
    for await (const line of reader.lines(session, off, end)) {
        read += line.length;
        if (read > most)
            return { events, complete: false };
        if (!/"type":"(?:output|terminal|result|error)"/.test(line.toString('latin1')))
            continue;
        const event = eventIn(line.toString('utf8'));
        if (!event || event.conn !== conn || event.id !== id)
            continue;
        if (event.type === 'result' || event.type === 'error')
            break;
        if (event.type === 'output' || event.type === 'terminal')
            events.push(event);
    }
    return { events, complete: true };
}

;// CONCATENATED MODULE: ./lib/server/sessions/reads.js


/** A page that is kept fresh is read again and again. */
const AGAIN_MS = 3600_000;
/** Who reads a session leaves a line in the audit log, one an hour. */
async function noteRead({ store, clock }, person, session, entry) {
    const now = clock();
    await store.transaction().execute(async (transaction) => {
        if (!(await once(transaction, `read:${person.id}`, session, now + AGAIN_MS)))
            return;
        const detail = `${person.name} (${person.id})`;
        await audit(transaction, now, 'ok', { ...entry, event: 'read', grant: session, detail });
    });
}

;// CONCATENATED MODULE: ./lib/server/sessions/timeline.js

/** Events on a page. */
const timeline_ON_PAGE = 200;
/** Read for one page at most. */
const timeline_MOST_BYTES = 8 * 1024 * 1024;
/** So far behind the page the outcome of its last statements is looked for. */
const AHEAD = 200;
const GROUPS = {
    statements: ['statement'],
    refusals: ['denied'],
    held: ['held', 'approval'],
    'errors and notices': ['error', 'notice', 'limit'],
    connections: ['connection.open', 'connection.close', 'session.start', 'session.end'],
    'transfers and output': ['transfer', 'output', 'terminal'],
};
const MOST_NOTES = 20;
/**
 * Events from number `from` on that pass the filter. `at` is a place in the record where an event begins that is not
 * behind it; `end` is where the record ends now.
 */
async function timeline(reader, session, { from, at, end, filter }) {
    const passes = passing(filter);
    const whole = !filter.group && !filter.verdict && !filter.text;
    const folds = whole || filter.verdict !== undefined || filter.group === 'statements';
    const entries = [];
    const outcomes = new Map();
    let next;
    let number = at.event;
    let read = 0;
    for await (const line of reader.lines(session, at.off, end)) {
        const here = number++;
        if (here < from)
            continue;
        read += line.length;
        if (next === undefined && (full(entries, whole, here - from) || read > timeline_MOST_BYTES))
            next = here;
        if (next !== undefined && (here - next > AHEAD || read > 2 * timeline_MOST_BYTES))
            break;
        const event = eventIn(line.toString('utf8'));
        const key = event && keyOf(event);
        const of = folds && key !== undefined ? outcomes.get(key) : undefined;
        if (event && of && event.type !== 'statement') {
            absorb(of, event, (id) => outcomes.set(id, of));
            continue;
        }
        if (next !== undefined || !passes(event))
            continue;
        const outcome = noOutcome();
        entries.push({ number: here, event, outcome });
        if (event?.type === 'statement' && key !== undefined)
            outcomes.set(key, outcome);
    }
    return { entries, ...(next === undefined ? {} : { next }) };
}
/** Unfiltered pages have the same borders whatever is in them, so that one can go back. */
function full(entries, whole, seen) {
    return whole ? seen >= timeline_ON_PAGE : entries.length >= timeline_ON_PAGE;
}
function noOutcome() {
    return {
        ...{ runs: 0, tag: '', rows: 0, bytes: 0, ms: 0 },
        ...{ masked: new Map(), asked: new Map(), shown: 0, terminal: false, notes: [] },
    };
}
/** What ties an event to its statement: connection and number, or the request for an approval. */
function keyOf(event) {
    if (event.type === 'approval')
        return `approval ${timeline_text(event, 'id')}`;
    return typeof event.conn === 'number' && typeof event.id === 'number'
        ? `${event.conn} ${event.id}`
        : undefined;
}
function absorb(outcome, event, also) {
    switch (event.type) {
        case 'result':
            outcome.runs++;
            outcome.tag = timeline_text(event, 'tag');
            outcome.rows += count(event, 'rows');
            outcome.bytes += count(event, 'bytes');
            outcome.ms += count(event, 'ms');
            for (const [column, cells] of facts_maskedIn(event))
                outcome.masked.set(column, (outcome.masked.get(column) ?? 0) + cells);
            break;
        case 'denied':
            outcome.refused = timeline_text(event, 'rule');
            break;
        case 'held':
            outcome.asked.set(timeline_text(event, 'approval'), undefined);
            also(`approval ${timeline_text(event, 'approval')}`);
            break;
        case 'approval':
            outcome.asked.set(timeline_text(event, 'id'), event);
            break;
        case 'execute':
            break;
        case 'output':
            outcome.shown++;
            break;
        case 'terminal':
            outcome.terminal = true;
            break;
        default:
            if (outcome.notes.length < MOST_NOTES)
                outcome.notes.push(event);
    }
}
function passing({ group, verdict, text: part }) {
    const types = group && GROUPS[group];
    const wanted = part?.toLowerCase();
    return (event) => {
        if (!event)
            return !types && !verdict && wanted === undefined;
        if (types && !types.includes(event.type))
            return false;
        if (verdict && (event.type !== 'statement' || event.verdict !== verdict))
            return false;
        return wanted === undefined || says(event, wanted);
    };
}
/** Spaces and line ends count alike, as in the search over all sessions. */
function says(event, wanted) {
    return Object.values(event).some((value) => (Array.isArray(value) ? value : [value]).some((each) => typeof each === 'string' && each.replace(/\s+/g, ' ').toLowerCase().includes(wanted)));
}
/** A member that should be text; empty when it is not. */
function timeline_text(event, name) {
    const value = event[name];
    return typeof value === 'string' ? value : '';
}
/** A member that should be a count; 0 when it is not. */
function count(event, name) {
    const value = event[name];
    return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : 0;
}
function texts(event, name) {
    const value = event[name];
    return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

;// CONCATENATED MODULE: ./lib/server/store/texts.js
// The words of statements, as they are searched. All of this is SQLite's own: on PostgreSQL `session_texts` is a table
// with a trigram index, and MATCH is ILIKE.

/** Part of a migration. */
async function createTexts(db) {
    await (0,sql/* sql */.l) `create virtual table session_texts
    using fts5(text, content = '', contentless_delete = 1, tokenize = 'trigram')`.execute(db);
}
/** Of a piece of a record. */
async function addText(store, piece, text) {
    await (0,sql/* sql */.l) `insert into session_texts (rowid, text) values (${piece}, ${text})`.execute(store);
}
async function deleteTexts(store, session) {
    await (0,sql/* sql */.l) `delete from session_texts where rowid in
    (select id from session_pieces where session = ${session})`.execute(store);
}
/** A condition on `sessions`: one of its statements has this part, of three characters at least. */
function texts_says(part) {
    return (0,sql/* sql */.l) `sessions.id in (select session from session_pieces where id in
    (select rowid from session_texts where session_texts match ${`"${part.replaceAll('"', '""')}"`}))`;
}

;// CONCATENATED MODULE: ./lib/server/store/sessions.js

/** The migration. */
async function createSessions(db) {
    const count = (column) => column.notNull().defaultTo(0);
    await db.schema
        .createTable('sessions')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('started_at', 'bigint', (column) => column.notNull())
        .addColumn('repository', 'text', (column) => column.notNull())
        .addColumn('actor', 'text', (column) => column.notNull())
        .addColumn('connections', 'integer', count)
        .addColumn('statements', 'integer', count)
        .addColumn('held', 'integer', count)
        .addColumn('blocked', 'integer', count)
        .addColumn('refused', 'integer', count)
        .addColumn('errors', 'integer', count)
        .addColumn('masked', 'bigint', count)
        .addColumn('events', 'bigint', count)
        .addColumn('bytes', 'bigint', count)
        .addColumn('reason', 'text')
        .execute();
    await db.schema.createIndex('sessions_by_start').on('sessions').columns(['started_at', 'id']).execute();
    await db.schema
        .createTable('session_names')
        .addColumn('session', 'text', (column) => column.notNull())
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('count', 'bigint', count)
        .addPrimaryKeyConstraint('session_names_once', ['session', 'kind', 'name'])
        .execute();
    await db.schema
        .createTable('session_pieces')
        .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
        .addColumn('session', 'text', (column) => column.notNull())
        .addColumn('first_event', 'bigint', (column) => column.notNull())
        .addColumn('off', 'bigint', (column) => column.notNull())
        .execute();
    await db.schema
        .createIndex('session_pieces_by_event')
        .on('session_pieces')
        .columns(['session', 'first_event'])
        .execute();
    await db.schema.createIndex('grants_by_issue').on('grants').column('issued_at').execute();
    await createTexts(db);
}
/** Sessions that began since `since` (ms) and have no row yet. */
async function unlistedGrants(store, since) {
    return store
        .selectFrom('grants')
        .leftJoin('sessions', 'sessions.id', 'grants.id')
        .selectAll('grants')
        .where('grants.issued_at', '>=', since)
        .where('sessions.id', 'is', null)
        .limit(500)
        .execute();
}
/** Call it in a transaction. Does nothing when it is there. */
async function addSession(store, session) {
    const { id, startedAt, repository, actor, targets } = session;
    await store
        .insertInto('sessions')
        .values({ id, started_at: startedAt, repository, actor, reason: null })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    for (const name of targets)
        await store
            .insertInto('session_names')
            .values({ session: id, kind: 'target', name })
            .onConflict((conflict) => conflict.doNothing())
            .execute();
}
async function findSession(store, id) {
    return store.selectFrom('sessions').selectAll().where('id', '=', id).executeTakeFirst();
}
/** Records that may have grown since they were looked at. */
async function openSessions(store) {
    const rows = await store.selectFrom('sessions').select('id').where('reason', 'is', null).execute();
    return rows.map(({ id }) => id);
}
/**
 * Notes what `length` bytes say that follow the ones noted before, all or nothing. False when others were noted
 * meanwhile. Call it in a transaction.
 */
async function notePiece(store, { id, bytes, events }, length, facts) {
    const { counts } = facts;
    const moved = await store
        .updateTable('sessions')
        .set((row) => ({
        bytes: bytes + length,
        events: events + facts.events,
        connections: row('connections', '+', counts.connections),
        statements: row('statements', '+', counts.statements),
        held: row('held', '+', counts.held),
        blocked: row('blocked', '+', counts.blocked),
        refused: row('refused', '+', counts.refused),
        errors: row('errors', '+', counts.errors),
        masked: row('masked', '+', counts.masked),
    }))
        .where('id', '=', id)
        .where('bytes', '=', bytes)
        .executeTakeFirst();
    if (moved.numUpdatedRows !== 1n)
        return false;
    for (const [name, count] of facts.columns)
        await store
            .insertInto('session_names')
            .values({ session: id, kind: 'masked', name, count })
            .onConflict((conflict) => conflict
            .columns(['session', 'kind', 'name'])
            .doUpdateSet((row) => ({ count: row('session_names.count', '+', count) })))
            .execute();
    const piece = await store
        .insertInto('session_pieces')
        .values({ session: id, first_event: events, off: bytes })
        .returning('id')
        .executeTakeFirstOrThrow();
    if (facts.text !== '')
        await addText(store, piece.id, facts.text);
    return true;
}
/** The record is closed, and all of it noted. */
async function noteReason(store, id, reason) {
    await store.updateTable('sessions').set({ reason }).where('id', '=', id).execute();
}
/** The texts of its statements are not found any more; all else that is known of it stays. Call it in a transaction. */
async function forgetTexts(store, id) {
    await deleteTexts(store, id);
    await store.deleteFrom('session_pieces').where('session', '=', id).execute();
}
/** Nothing of it is found any more. Call it in a transaction. */
async function forgetSession(store, id) {
    await forgetTexts(store, id);
    await store.deleteFrom('session_names').where('session', '=', id).execute();
    await store.deleteFrom('sessions').where('id', '=', id).execute();
}
/** Where a piece of the record begins that is not behind the event. */
async function pieceBefore(store, session, event) {
    const row = await store
        .selectFrom('session_pieces')
        .select(['first_event', 'off'])
        .where('session', '=', session)
        .where('first_event', '<=', event)
        .orderBy('first_event', 'desc')
        .limit(1)
        .executeTakeFirst();
    return row ? { event: row.first_event, off: row.off } : { event: 0, off: 0 };
}
async function maskedColumns(store, session) {
    return store
        .selectFrom('session_names')
        .select(['name', 'count'])
        .where('session', '=', session)
        .where('kind', '=', 'masked')
        .orderBy('name')
        .execute();
}
/** What the session had to ask people for, oldest first. */
async function approvalsOf(store, session, limit) {
    return store
        .selectFrom('approvals')
        .selectAll()
        .where('grant_id', '=', session)
        .orderBy('created_at')
        .orderBy('id')
        .limit(limit)
        .execute();
}

;// CONCATENATED MODULE: ./lib/server/sessions/view.js
// A session as people are shown it.






/** As long as the longest line. */
const FIRST_LINE = 1024 * 1024;
const MOST_APPROVALS = 200;
/** Throws `OAuthError` (404, the same words for everything) when no such session ever began. */
async function viewOf({ store, clock, reader, catalogue }, id) {
    const grant = await findGrant(store, id);
    if (grant?.issued_at == null)
        throw unknown();
    await catalogue.list(grant.issued_at);
    const row = await findSession(store, id);
    if (!row)
        throw unknown();
    const standing = await reader.standing(id);
    const now = clock();
    const approvals = await approvalsOf(store, id, MOST_APPROVALS);
    return {
        row,
        grant,
        claims: claimsOf(grant),
        targets: targetsOf(grant),
        standing,
        start: standing && (await firstEvent(reader.lines(id, 0, Math.min(standing.sizes.session, FIRST_LINE)))),
        approvals: await Promise.all(approvals.map(async (approval) => ({
            approval,
            state: approvals_standing(approval, now),
            decisions: await decisionsOn(store, approval.id),
        }))),
        masked: await maskedColumns(store, id),
        running: isRunning({ ...row, state: grant.state, expires_at: grant.expires_at }, now),
    };
}
function unknown() {
    return new OAuthError('invalid_request', 'session', 'there is no such session', { status: 404 });
}
function isRunning({ reason, state, expires_at }, now) {
    return reason === null && state === 'active' && (expires_at ?? 0) > now;
}
/** What the targets of a session speak, by the session's own first event. */
function protocolsOf({ start }) {
    const targets = Array.isArray(start?.targets) ? start.targets.filter(shapes/* isRecord */.u4) : [];
    return new Map(targets.map(({ name, protocol }) => [String(name), String(protocol)]));
}
/** How it ended, in a word or two. */
function stateInWords(row, now) {
    if (isRunning(row, now))
        return 'running';
    if (row.reason !== null)
        return row.reason === 'clean' ? 'ended' : row.reason;
    return row.end_reason ?? 'over, its record is still open';
}
async function firstEvent(lines) {
    for await (const line of lines) {
        const event = eventIn(line.toString('utf8'));
        return event?.type === 'session.start' ? event : undefined;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./lib/server/store/search.js
// Sessions that somebody looks for.


/** `clean`: nothing was held or blocked. `refused`: something did not reach the target. */
const VERDICTS = ['hold', 'block', 'refused', 'clean'];
/** Newest first; `before` is the last one of the page before. */
async function searchSessions(store, search, { limit, before }) {
    const { repository, target, actor, masked, text, verdict, from, to } = search;
    let query = store
        .selectFrom('sessions')
        .innerJoin('grants', 'grants.id', 'sessions.id')
        .selectAll('sessions')
        .select(['grants.rule', 'grants.targets', 'grants.state'])
        .select(['grants.expires_at', 'grants.ended_at', 'grants.end_reason'])
        .orderBy('sessions.started_at', 'desc')
        .orderBy('sessions.id', 'desc')
        .limit(limit);
    if (repository)
        query = query.where(has('sessions.repository', repository));
    if (actor)
        query = query.where(has('sessions.actor', actor));
    if (target)
        query = query.where(hasName('target', target));
    if (masked)
        query = query.where(hasName('masked', masked));
    if (text)
        query = query.where(texts_says(text));
    if (verdict === 'hold')
        query = query.where('sessions.held', '>', 0);
    if (verdict === 'block')
        query = query.where('sessions.blocked', '>', 0);
    if (verdict === 'refused')
        query = query.where('sessions.refused', '>', 0);
    if (verdict === 'clean')
        query = query.where('sessions.held', '=', 0).where('sessions.blocked', '=', 0);
    if (from !== undefined)
        query = query.where('sessions.started_at', '>=', from);
    if (to !== undefined)
        query = query.where('sessions.started_at', '<', to);
    if (before)
        query = query.where((0,sql/* sql */.l) `(sessions.started_at, sessions.id) < (${before.started_at}, ${before.id})`);
    return query.execute();
}
const has = (column, part) => (0,sql/* sql */.l) `${sql/* sql */.l.ref(column)} like ${like(part)} escape '\\'`;
const hasName = (kind, part) => (0,sql/* sql */.l) `exists (select 1 from session_names n
  where n.session = sessions.id and n.kind = ${kind} and n.name like ${like(part)} escape '\\')`;
const like = (part) => `%${part.replace(/[\\%_]/g, '\\$&')}%`;

;// CONCATENATED MODULE: ./lib/server/pages/sessions/asked.js



const asked_MOST = 200;
const asked_DAY_MS = 24 * 3600_000;
/** Fewer are in nearly every statement. */
const SHORTEST_TEXT = 3;
function wanted(c) {
    const fields = filled(c, ['repository', 'target', 'actor', 'text', 'verdict', 'masked', 'from', 'to']);
    const { repository, target, actor, masked, text = '', from, to } = fields;
    const verdict = VERDICTS.find((each) => each === fields.verdict);
    const words = searchable(text);
    const short = words !== '' && words.length < SHORTEST_TEXT;
    const begin = dayOf(from);
    const end = dayOf(to);
    const search = {};
    if (repository)
        search.repository = repository;
    if (target)
        search.target = target;
    if (actor)
        search.actor = actor;
    if (masked)
        search.masked = masked;
    if (words && !short)
        search.text = words;
    if (verdict)
        search.verdict = verdict;
    if (begin !== undefined)
        search.from = begin;
    if (end !== undefined)
        search.to = end + asked_DAY_MS;
    return { search, fields, short };
}
const VERDICT_NAMES = {
    refused: 'something was refused',
    block: 'something was to be blocked',
    hold: 'something was to be held',
    clean: 'everything was allowed',
};
function filterOf(c) {
    const fields = filled(c, ['group', 'verdict', 'text']);
    const group = Object.keys(GROUPS).find((each) => each === fields.group);
    const verdict = ['allow', 'hold', 'block'].find((each) => each === fields.verdict);
    const text = searchable(fields.text ?? '');
    return {
        filter: { ...(group ? { group } : {}), ...(verdict ? { verdict } : {}), ...(text ? { text } : {}) },
        fields,
    };
}
/** A number of an event; undefined for what is none. */
function eventNumber(text) {
    return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}
/** `?a=b` of those that are given; empty without any. */
function query(fields) {
    const given = Object.entries(fields).filter((field) => field[1] !== undefined);
    return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
}
function filled(c, names) {
    const given = names.flatMap((name) => {
        const value = c.req.query(name)?.trim().slice(0, asked_MOST);
        return value ? [[name, value]] : [];
    });
    return Object.fromEntries(given);
}
/** Midnight of a day, UTC. */
function dayOf(text) {
    const ms = text !== undefined && /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
    return Number.isNaN(ms) ? undefined : ms;
}

// EXTERNAL MODULE: ./node_modules/fflate/esm/index.mjs
var fflate_esm = __webpack_require__(51306);
// EXTERNAL MODULE: ./lib/recording/journal.js
var journal = __webpack_require__(23184);
;// CONCATENATED MODULE: ./lib/server/sessions/archive.js
// A record as one zip: what the CI artifact holds, and `sluice verify` reads.



/** What a zip can hold whose readers know nothing of larger ones. */
const archive_MOST_BYTES = 4_000_000_000;
function fits({ sizes }) {
    return sizes.session + sizes.chunks + sizes.receipts < archive_MOST_BYTES;
}
/** Made while it is read, a piece at a time, as fast as it is taken. */
function archive(reader, session, standing) {
    const made = zipped(reader, session, standing);
    return new ReadableStream({
        async pull(controller) {
            const { done, value } = await made.next();
            if (done)
                controller.close();
            else
                controller.enqueue(value);
        },
        async cancel() {
            await made.return(undefined);
        },
    });
}
async function* zipped(reader, session, { sizes, seal }) {
    const ready = [];
    const zip = new fflate_esm/* Zip */.qQ((error, data) => {
        if (error)
            throw error;
        if (data.length > 0)
            ready.push(new Uint8Array(data));
    });
    const files = [
        ['session', sizes.session],
        ['chunks', sizes.chunks],
        ['receipts', sizes.receipts],
    ];
    if (seal)
        files.push(['seal', await reader.size(session, 'seal')]);
    for (const [file, size] of files) {
        const entry = new fflate_esm/* ZipDeflate */.D8(journal/* FILES */.c[file], { level: 3 });
        zip.add(entry);
        let left = size;
        for await (const piece of reader.pieces(session, file, 0, size)) {
            left -= piece.length;
            entry.push(piece, left === 0);
            yield* ready.splice(0);
            await (0,promises_.setImmediate)();
        }
        if (size === 0)
            entry.push(new Uint8Array(), true);
    }
    zip.end();
    yield* ready.splice(0);
}

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
// EXTERNAL MODULE: ./lib/recording/report/index.js + 1 modules
var report = __webpack_require__(41779);
;// CONCATENATED MODULE: ./lib/server/sessions/report.js
// A record as one page, as `sluice report` makes it: whoever opens it has it checked by their own browser.




/** Of a record: it is in memory while its page is made. 100,000 statements are some 40 MiB. */
const report_MOST_BYTES = 64 * 1024 * 1024;
const packed = (0,external_node_util_.promisify)(external_node_zlib_.gzip);
function fitsPage({ sizes }) {
    return sizes.session + sizes.chunks + sizes.receipts <= report_MOST_BYTES;
}
/** The page. Compressing is done beside the server's own thread. */
async function reportOf(reader, session, standing) {
    const { sizes, seal } = standing;
    const pack = async (file, size) => packed(await reader.bytes(session, file, 0, size));
    const events = await reader.bytes(session, 'session', 0, sizes.session);
    const terminal = events.includes(terminal_cast/* TERMINAL_MEMBER */.U1);
    const files = {
        session: await packed(events),
        chunks: await pack('chunks', sizes.chunks),
        receipts: await pack('receipts', sizes.receipts),
        ...(seal ? { seal: await pack('seal', await reader.size(session, 'seal')) } : {}),
    };
    return (0,report/* packedReportHtml */.gG)(files, { terminal });
}

;// CONCATENATED MODULE: ./lib/server/pages/sessions/downloads.js
// What people take away of a session; each leaves a line in the audit log.







const downloads_MOST_AT_ONCE = 2;
/** `/:id/record.zip` and `/:id/session.html`. */
function downloads(services) {
    const app = new dist/* Hono */.$();
    const { reader } = services;
    let making = 0;
    app.get('/:id/record.zip', async (c) => {
        const { id, standing } = await taken(services, c, fits, 'a zip');
        return c.body(archive(reader, id, standing), 200, {
            'content-type': 'application/zip',
            'content-disposition': `attachment; filename="sluice-session-${id}.zip"`,
        });
    });
    // As a file: what runs in it is nothing that this server's pages allow.
    app.get('/:id/session.html', async (c) => {
        const { id, standing } = await taken(services, c, fitsPage, 'one page');
        if (making >= downloads_MOST_AT_ONCE)
            throw new OAuthError('slow_down', 'reports', 'other pages are being made: try again', { status: 429 });
        making++;
        try {
            return c.body(await reportOf(reader, id, standing), 200, {
                'content-type': 'text/html; charset=utf-8',
                'content-disposition': `attachment; filename="sluice-session-${id}.html"`,
            });
        }
        finally {
            making--;
        }
    });
    return app;
}
async function taken(services, c, fitting, form) {
    c.var.entry.event = 'download';
    const { person } = await requirePerson(services, c, 'viewer');
    const { row, standing } = await viewOf(services, c.req.param('id') ?? '');
    if (!standing)
        throw new OAuthError('invalid_request', 'session-record', NOTHING, { status: 404 });
    if (!fitting(standing)) {
        const message = `the record is too long for ${form}: copy its directory from the server`;
        throw new OAuthError('invalid_request', 'session-record', message, { status: 413 });
    }
    const detail = `${person.name} (${person.id})`;
    await audit(services.store, services.clock(), 'ok', { ...c.var.entry, grant: row.id, detail });
    return { id: row.id, standing };
}
const NOTHING = 'nothing was recorded of this session';

// EXTERNAL MODULE: ./lib/core/statement.js
var core_statement = __webpack_require__(31782);
;// CONCATENATED MODULE: ./lib/server/sessions/effects.js


/** Of a statement's event, as far as they have the form of effects. */
function effectsIn({ effects }) {
    if (!Array.isArray(effects))
        return [];
    return effects.flatMap((effect) => {
        if (!(0,shapes/* isRecord */.u4)(effect))
            return [];
        const plain = Object.fromEntries(Object.entries(effect).filter(([, value]) => ['string', 'number', 'boolean'].includes(typeof value)));
        const { action, object } = plain;
        return core_statement/* ACTIONS */.k.includes(action) && typeof object === 'string'
            ? [plain]
            : [];
    });
}

// EXTERNAL MODULE: ./lib/recording/terminal/parts.js
var terminal_parts = __webpack_require__(98338);
;// CONCATENATED MODULE: ./lib/recording/terminal/plain.js
// Output as text to read: without what only moves a cursor or colours.

/**
 * Nothing that was written over is lost: where a line was begun anew there is a line end, and `⌫` where a character was
 * taken back. Other control characters stay for `spelled`.
 */
function createPlain() {
    const parts = (0,terminal_parts/* createParts */.X)();
    let left = 0;
    // A carriage return whose line feed may come with the next piece.
    let returned = false;
    const kept = (part) => {
        if (part.sequence) {
            left++;
            return '';
        }
        const text = (returned ? '\r' : '') + part.text;
        returned = text.endsWith('\r');
        return (returned ? text.slice(0, -1) : text)
            .replace(/\r+\n/g, '\n')
            .replace(/\r+/g, '\n')
            .replaceAll('\b \b', '⌫')
            .replaceAll('\u0007', '');
    };
    return {
        read: (text) => parts.read(text).map(kept).join(''),
        end() {
            const rest = parts.end().map(kept).join('');
            const last = returned ? '\n' : '';
            returned = false;
            return rest + last;
        },
        get left() {
            return left;
        },
    };
}
/** The same of a text that is whole. */
function readable(text) {
    const plain = createPlain();
    return plain.read(text) + plain.end();
}

// EXTERNAL MODULE: ./lib/recording/words.js
var words = __webpack_require__(53678);
;// CONCATENATED MODULE: ./lib/server/pages/sessions/outcome.js
// What became of a statement, in a cell.






const outcome_MOST = 200;
/**
 * Whether it is a command and no SQL. Where a session speaks both, what came of it tells; in doubt it is none, for then
 * nothing of its text is left out.
 */
function isCommand(view, { outcome }) {
    const spoken = new Set(protocolsOf(view).values());
    if (!spoken.has('ssh'))
        return false;
    return spoken.size === 1 || !/^[A-Z]/.test(outcome.tag);
}
function verdictCell(event) {
    const verdict = ['allow', 'hold', 'block'].find((each) => each === event.verdict) ?? 'unclear';
    const rules = texts(event, 'rules').slice(0, 10).join(', ');
    return (0,html/* html */.q) `<span class="state ${verdict}">${verdict}</span>${event.observed === true ? ' (observed only)' : ''}${rules ? (0,html/* html */.q) ` <span class="quiet">${(0,spelled/* oneLine */.T)(rules, outcome_MOST)}</span>` : ''}`;
}
/** `asked` are the requests that the server knows of: only these are linked. */
function outcomeCell(outcome, asked) {
    const { runs, tag, rows, bytes, ms, masked, refused, notes } = outcome;
    const parts = [];
    for (const [id, event] of outcome.asked)
        parts.push(heldCell(id, event, asked));
    if (refused !== undefined)
        parts.push((0,html/* html */.q) `<span class="state block">refused</span>${refused ? ` by ${(0,spelled/* oneLine */.T)(refused, outcome_MOST)}` : ''}`);
    if (runs > 0)
        parts.push(`${runs > 1 ? `ran ${runs} times, last ` : ''}${(0,spelled/* oneLine */.T)(tag, 60)}, ${(0,words/* countsRows */.qS)({ tag, rows }) ? many(rows, 'row') : many(bytes, 'byte')}, ${ms} ms`);
    if (masked.size > 0)
        parts.push((0,html/* html */.q) `<span class="quiet">masked: ${maskedInWords([...masked])}</span>`);
    for (const note of notes.slice(0, 3))
        parts.push(noteInWords(note));
    return (0,html/* html */.q) `${parts.map((part, index) => (index === 0 ? part : (0,html/* html */.q) `<br>${part}`))}`;
}
function heldCell(id, event, asked) {
    const known = asked.find(({ approval }) => approval.id === id);
    const said = event ? (0,spelled/* oneLine */.T)(`${timeline_text(event, 'decision')} by ${timeline_text(event, 'by')}`, outcome_MOST) : '';
    if (!known)
        return (0,html/* html */.q) `held${said ? `, ${said}` : ''}`;
    const by = known.decisions.map(({ name }) => name).join(', ');
    return (0,html/* html */.q) `held: <a href="/approvals/${id}">${known.state}${by ? ` by ${by}` : ''}</a>`;
}
/** `email 3, phone 1`. */
function maskedInWords(columns) {
    const shown = columns.slice(0, 8).map(([name, cells]) => `${(0,spelled/* oneLine */.T)(name, 80)} ${cells}`);
    return [...shown, ...(columns.length > 8 ? [`and ${columns.length - 8} more`] : [])].join(', ');
}
/** An event that is no statement, or what was said of one. */
function noteInWords(event) {
    const part = (name) => (0,spelled/* oneLine */.T)(timeline_text(event, name), outcome_MOST);
    switch (event.type) {
        case 'session.start':
            return 'the session begins';
        case 'session.end':
            return `the session ends: ${part('reason')}`;
        case 'connection.open':
            return `connection ${count(event, 'conn')} to ${part('target')} opens, from ${part('client')} ${part('application')}, TLS ${part('tls')}`;
        case 'connection.close':
            return `connection ${count(event, 'conn')} closes: ${part('reason')}; ${many(count(event, 'statements'), 'statement')}`;
        case 'result':
            return `result of statement ${where(event)}: ${part('tag')}, ${(0,words/* countsRows */.qS)(event) ? many(count(event, 'rows'), 'row') : many(count(event, 'bytes'), 'byte')}, ${count(event, 'ms')} ms`;
        case 'execute':
            return `statement ${where(event)} runs again with ${many(count(event, 'parameters'), 'parameter')}`;
        case 'denied':
            return `statement ${where(event)} is refused by ${part('rule')}`;
        case 'held':
            return `statement ${where(event)} is held`;
        case 'approval':
            return `request ${part('id')} is ${part('decision')} by ${part('by')} ${part('reason')}`;
        case 'error':
            return `error ${part('sqlstate')}: ${part('message')}`;
        case 'notice':
            return `notice ${part('sqlstate')}: ${part('message')}`;
        case 'transfer':
            return `${count(event, 'bytes')} bytes ${event.direction === 'in' ? 'to the target' : 'from the target'}, SHA-256 ${part('sha256')}`;
        case 'output':
            return `statement ${where(event)} shows${event.stream === 'stderr' ? ' on stderr' : ''}: ${(0,spelled/* oneLine */.T)(readable(timeline_text(event, 'text')), outcome_MOST)}`;
        case 'terminal':
            return `the terminal of statement ${where(event)} has ${count(event, 'columns')} columns and ${count(event, 'rows')} lines`;
        case 'limit':
            return `limit ${part('limit')}: ${part('detail')}`;
        default:
            return (0,spelled/* oneLine */.T)(event.type, 60);
    }
}
function many(n, what) {
    return `${n} ${what}${n === 1 ? '' : 's'}`;
}
/** Connection and number of the statement. */
function where(event) {
    return `${count(event, 'conn')}.${count(event, 'id')}`;
}

;// CONCATENATED MODULE: ./lib/recording/terminal/transcript.js

/** What comes within this of the piece before it belongs to it. */
const TOGETHER_MS = 1000;
/** `events` are those of one statement, in their order; `from` is when it began. At most `most` characters are taken. */
function transcriptOf(events, from, most) {
    const streams = { stdout: createPlain(), stderr: createPlain() };
    const segments = [];
    let characters = 0;
    let lines = 0;
    let cut = false;
    let begin = from;
    const take = (stream, text, at) => {
        const kept = text.slice(0, Math.max(0, most - characters));
        cut ||= kept.length < text.length;
        if (kept === '')
            return;
        characters += kept.length;
        lines += kept.split('\n').length - 1;
        const last = segments.at(-1);
        if (last?.stream === stream && at - last.last < TOGETHER_MS) {
            last.text += kept;
            last.last = at;
        }
        else
            segments.push({ at, stream, text: kept, last: at });
    };
    let now = 0;
    for (const { type, t, stream, text } of events) {
        const time = Date.parse(t);
        if (!Number.isNaN(time))
            begin ??= time;
        if (type !== 'output' || typeof text !== 'string')
            continue;
        now = Math.max(now, Number.isNaN(time) || begin === undefined ? 0 : time - begin);
        const name = stream === 'stderr' ? 'stderr' : 'stdout';
        take(name, streams[name].read(text), now);
        if (cut)
            break;
    }
    for (const [name, plain] of Object.entries(streams))
        take(name, plain.end(), now);
    const left = streams.stdout.left + streams.stderr.left;
    return {
        segments: segments.map(({ at, stream, text }) => ({ at, stream, text })),
        characters,
        lines,
        left,
        cut,
    };
}
/** Beyond either it stays folded until somebody wants to see it. */
const SHORT_CHARACTERS = 4000;
const SHORT_LINES = 30;
const isShort = ({ characters, lines, cut }) => !cut && characters <= SHORT_CHARACTERS && lines <= SHORT_LINES;
/** `1,204 characters in 30 lines; 12 control sequences are left out`. */
function sizeInWords({ characters, lines, left, cut }) {
    const many = (count, what) => `${count.toLocaleString('en')} ${what}${count === 1 ? '' : 's'}`;
    const size = `${cut ? 'the first ' : ''}${many(characters, 'character')} in ${many(Math.max(1, lines), 'line')}`;
    return left === 0 ? size : `${size}; ${many(left, 'control sequence')} left out`;
}
/** `+1.2 s`, or `+3:05` beyond a minute. */
function sinceInWords(ms) {
    const seconds = ms / 1000;
    if (seconds < 60)
        return `+${seconds.toFixed(1)} s`;
    return `+${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;
}

;// CONCATENATED MODULE: ./lib/server/pages/sessions/output.js
// What a command showed, as text with times; both of its streams are told apart.


/** Characters that are put on a page. */
const output_MOST = 200_000;
/** `from` is when the statement was asked, in milliseconds. */
function outputPart({ events, complete }, from) {
    const transcript = transcriptOf(events, Number.isNaN(from) ? undefined : from, output_MOST);
    const more = transcript.cut || !complete;
    if (transcript.segments.length === 0)
        return (0,html/* html */.q) `<p class="quiet">${complete ? 'Nothing.' : 'Nothing near it: the record is long.'}</p>`;
    return (0,html/* html */.q) `<details class="output" ${isShort(transcript) ? (0,html/* html */.q) `open` : ''}><summary>As text: ${sizeInWords(transcript)}</summary>
<div class="pieces" tabindex="0" role="region" aria-label="Output as text">${transcript.segments.map(({ at, stream, text }) => (0,html/* html */.q) `<div class="piece ${stream}"><span class="quiet">${sinceInWords(at)}${stream === 'stderr' ? ' stderr' : ''}</span><pre>${text}</pre></div>`)}</div></details>
${more ? (0,html/* html */.q) `<p class="note">There is more of it: the download of the record has all.</p>` : ''}`;
}

;// CONCATENATED MODULE: ./lib/server/pages/sessions/event.js
// One event with everything that the record says of it.









/** Characters of a line that are shown. */
const event_MOST = 64 * 1024;
const MOST_ITEMS = 200;
function eventPage(options) {
    const { by, view, entry, line } = options;
    const { event, number } = entry;
    const { id, repository, events } = view.row;
    return page({
        title: `Event ${number} of ${repository}`,
        by,
        at: '/sessions',
        body: (0,html/* html */.q) `<nav class="steps" aria-label="Events"><a href="/sessions/${id}">The session</a>
${number > 0 ? (0,html/* html */.q) `<a href="?event=${number - 1}">Event ${number - 1}</a>` : ''}
${number + 1 < events ? (0,html/* html */.q) `<a href="?event=${number + 1}">Event ${number + 1}</a>` : ''}</nav>
${event ? (0,html/* html */.q) `<p class="quiet">${(0,spelled/* oneLine */.T)(event.type, 60)}, ${when(event.t)}</p>` : (0,html/* html */.q) `<p class="note">This line is not an event.</p>`}
${event?.type === 'statement' ? event_statement(event, options) : event ? (0,html/* html */.q) `<p>${noteInWords(event)}</p>` : ''}
<h2>As it stands in the record</h2>
<pre tabindex="0"><code>${line.slice(0, event_MOST)}</code></pre>
${line.length > event_MOST ? (0,html/* html */.q) `<p class="note">It is longer: the download has all of it.</p>` : ''}`,
    });
}
/** A runner’s clock can say anything. */
function when(t) {
    const ms = Date.parse(t);
    return Number.isNaN(ms) ? t : layout_time(ms);
}
function event_statement(event, { view, entry, shown }) {
    const { outcome } = entry;
    const effects = effectsIn(event);
    const hints = texts(event, 'hints').slice(0, 20);
    const whole = timeline_text(event, 'text').slice(0, event_MOST);
    return (0,html/* html */.q) `${isCommand(view, entry) ? sql_plain(whole) : sql_sql(whole)}
${event.redacted === true ? (0,html/* html */.q) `<p class="note">This is not all of it: literals are hidden, or it was cut. SHA-256 of all: <code>${(0,spelled/* oneLine */.T)(timeline_text(event, 'sha256'), 64)}</code></p>` : ''}
${hints.length > 0 ? (0,html/* html */.q) `<p>Its author says: ${hints.map((hint) => (0,html/* html */.q) `<q>${(0,spelled/* oneLine */.T)(hint, 500)}</q> `)}</p>` : ''}
${facts([
        ['Verdict', verdictCell(event)],
        ['Outcome', outcomeCell(outcome, view.approvals)],
        ['Prepared as', (0,spelled/* oneLine */.T)(timeline_text(event, 'prepared'), 100)],
        ['Relations', (0,spelled/* oneLine */.T)(texts(event, 'relations').slice(0, MOST_ITEMS).join(', '), 4000)],
    ])}
<h2>What it does</h2>
${effects.length === 0 ? (0,html/* html */.q) `<p class="quiet">Nothing that the guard looks at.</p>` : (0,html/* html */.q) `<ul>${effects.slice(0, MOST_ITEMS).map((effect) => (0,html/* html */.q) `<li>${(0,spelled/* oneLine */.T)(inWords(effect), 1000)}</li>`)}</ul>`}
${effects.length > MOST_ITEMS ? (0,html/* html */.q) `<p>and ${effects.length - MOST_ITEMS} more</p>` : ''}
${outcome.notes.length > 0 ? (0,html/* html */.q) `<h2>What was said of it</h2><ul>${outcome.notes.map((note) => (0,html/* html */.q) `<li>${noteInWords(note)}</li>`)}</ul>` : ''}
${shown && shown.events.length > 0 ? output(shown, event, `/sessions/${view.row.id}/replay?event=${entry.number}`) : ''}`;
}
function output(shown, event, replay) {
    const terminal = shown.events.some(({ type }) => type === 'terminal');
    return (0,html/* html */.q) `<h2>${terminal ? 'What its terminal showed' : 'What it showed'}</h2>
${terminal ? (0,html/* html */.q) `<p><a class="button" href="${replay}">Replay</a></p>` : ''}${outputPart(shown, Date.parse(event.t))}`;
}

;// CONCATENATED MODULE: ./lib/server/pages/sessions/list.js
// All sessions, and the form that looks for some.





function sessionsPage({ by, wanted, found, more, live, now }) {
    const { fields } = wanted;
    const path = `/sessions${query(fields)}`;
    return page({
        title: 'Sessions',
        by,
        at: '/sessions',
        body: (0,html/* html */.q) `${list_form(wanted)}
<section id="list" ${live ? liveFrom(path, now, '/live?of=sessions') : ''}>
${found.length === 0 ? (0,html/* html */.q) `<p class="quiet">${Object.keys(fields).length === 0 ? 'There is no session yet.' : 'No session has all of this.'}</p>` : list_table(found, now)}</section>
${more === undefined ? '' : (0,html/* html */.q) `<p><a href="/sessions${query({ ...fields, before: more })}">Older ones</a></p>`}`,
    });
}
function list_form({ fields, short }) {
    const field = (name, label, type = 'text') => (0,html/* html */.q) `<label>${label} <input name="${name}" type="${type}" maxlength="200" value="${fields[name] ?? ''}"></label>`;
    const chosen = VERDICTS.find((each) => each === fields.verdict);
    return (0,html/* html */.q) `<form class="search" action="/sessions" role="search" aria-label="Sessions">
${field('repository', 'Repository')}${field('target', 'Target')}${field('actor', 'Started by')}
<label>Statement <input name="text" maxlength="200" minlength="${SHORTEST_TEXT}" value="${fields.text ?? ''}"></label>
<label>Verdict <select name="verdict"><option value="">any</option>${VERDICTS.map((each) => (0,html/* html */.q) `<option value="${each}" ${each === chosen ? (0,html/* html */.q) `selected` : ''}>${VERDICT_NAMES[each]}</option>`)}</select></label>
${field('masked', 'Masked column')}${field('from', 'From (UTC)', 'date')}${field('to', 'To (UTC)', 'date')}
<div class="buttons"><button class="yes">Search</button><a href="/sessions">Everything</a></div>
</form>
${short ? (0,html/* html */.q) `<p class="note">A part of a statement has at least ${SHORTEST_TEXT} characters: it was not looked for.</p>` : ''}`;
}
function list_table(found, now) {
    return (0,html/* html */.q) `<table class="list requests">
<thead><tr><th scope="col">Session</th><th scope="col">Job</th><th scope="col">Target</th><th scope="col">What happened</th><th scope="col">State</th></tr></thead>
<tbody>${found.map((each) => (0,html/* html */.q) `<tr>
<td><a href="/sessions/${each.id}">${layout_time(each.started_at)}</a><br><span class="quiet">${each.rule}</span></td>
<td>${each.repository}<br><span class="quiet">${each.actor}</span></td>
<td>${JSON.parse(each.targets).join(', ')}</td>
<td>${happened(each)}</td>
<td><span class="state ${isRunning(each, now) ? 'waiting' : ''}">${stateInWords(each, now)}</span></td>
</tr>`)}</tbody></table>`;
}
/** `12 statements, 1 refused`. */
function happened({ statements, held, blocked, refused, masked, errors }) {
    const more = [
        blocked > 0 && `${blocked} to be blocked`,
        held > 0 && `${held} to be held`,
        refused > 0 && `${refused} refused`,
        errors > 0 && `${errors} ${errors === 1 ? 'error' : 'errors'}`,
        masked > 0 && `${masked} ${masked === 1 ? 'cell' : 'cells'} masked`,
    ];
    return [`${statements} ${statements === 1 ? 'statement' : 'statements'}`, ...more]
        .filter(Boolean)
        .join(', ');
}

;// CONCATENATED MODULE: ./lib/server/pages/sessions/replay.js
// A terminal session, played: the only page that may compile WebAssembly, which the player is.





function replayPage({ by, view, entry, shown }) {
    const { id, repository } = view.row;
    const { event, number } = entry;
    const cast = `/sessions/${id}/replay.cast?event=${number}`;
    return page({
        title: `Replay of ${repository}`,
        by,
        at: '/sessions',
        assets: PLAYER,
        body: (0,html/* html */.q) `<nav class="steps" aria-label="Events"><a href="/sessions/${id}">The session</a>
<a href="/sessions/${id}?event=${number}">Event ${number}</a></nav>
<p><code>${(0,spelled/* oneLine */.T)(timeline_text(event, 'text'), 300)}</code></p>
<div class="replay" data-cast="${cast}" data-label="Replay of the terminal"><p class="quiet">Loading the player…</p></div>
<noscript><p class="note">Without JavaScript it is not played. What it showed stands below.</p></noscript>
<p class="quiet">Made from the record, which is the evidence. Pauses are cut to two seconds.
<a href="${cast}" download="session-${id}-${number}.cast">Download as asciicast</a></p>
<h2>What it showed</h2>${outputPart(shown, Date.parse(event.t))}`,
    });
}

;// CONCATENATED MODULE: ./lib/server/pages/sessions/events.js
// A session's events, a page of them.







/** Of a statement on a page of many: its own page has all of it. */
const events_MOST_TEXT = 90;
const MOST_EFFECTS = 70;
function filterForm({ fields }) {
    const options = (chosen, values) => values.map((value) => (0,html/* html */.q) `<option value="${value}" ${value === chosen ? (0,html/* html */.q) `selected` : ''}>${value}</option>`);
    return (0,html/* html */.q) `<form class="search" role="search" aria-label="Events of this session">
<label>Events <select name="group"><option value="">all</option>${options(fields.group, Object.keys(GROUPS))}</select></label>
<label>Verdict <select name="verdict"><option value="">any</option>${options(fields.verdict, ['allow', 'hold', 'block'])}</select></label>
<label>Text <input name="text" maxlength="200" value="${fields.text ?? ''}"></label>
<div class="buttons"><button class="yes">Show</button><a href="?">All events</a></div></form>`;
}
function eventsPart(options) {
    const { slice } = options;
    return (0,html/* html */.q) `${steps(options)}
${slice.entries.length === 0
        ? (0,html/* html */.q) `<p class="quiet">${slice.next === undefined ? 'No such event from here on.' : 'None here yet: the record is long.'}</p>`
        : (0,html/* html */.q) `<table class="list events"><thead><tr><th scope="col">Event</th><th scope="col">What</th><th scope="col">Verdict</th><th scope="col">Outcome</th></tr></thead>
<tbody>${slice.entries.map((entry) => events_row(entry, options))}</tbody></table>
${steps(options, 'below')}`}`;
}
/** Links to the other pages; a filtered list goes forward only, for nobody knows what passes before. */
function steps({ fields, from, slice, total }, place) {
    if (total === 0)
        return '';
    const filtered = Object.keys(fields).length > 0;
    const to = (event) => query({ ...fields, from: event === 0 ? undefined : String(event) }) || '?';
    const last = Math.max(0, Math.floor((total - 1) / timeline_ON_PAGE) * timeline_ON_PAGE);
    return (0,html/* html */.q) `<nav class="steps" aria-label="${place ? 'Pages of events, below' : 'Pages of events'}">
<span class="quiet">${filtered ? `From event ${from}` : `Events ${from} to ${Math.min(from + timeline_ON_PAGE, total) - 1}`} of ${total}</span>
${from > 0 ? (0,html/* html */.q) `<a href="${to(0)}">First</a>` : ''}
${from > 0 && !filtered ? (0,html/* html */.q) `<a href="${to(Math.max(0, from - timeline_ON_PAGE))}">Earlier</a>` : ''}
${slice.next === undefined ? '' : (0,html/* html */.q) `<a href="${to(slice.next)}">Later</a>`}
${!filtered && from < last ? (0,html/* html */.q) `<a href="${to(last)}">Last</a>` : ''}</nav>`;
}
function events_row(entry, { asked, start }) {
    const { number, event, outcome } = entry;
    const link = (0,html/* html */.q) `<a href="?event=${number}">${number}</a>`;
    if (!event)
        return (0,html/* html */.q) `<tr><td>${link}</td><td colspan="3">This line is not an event.</td></tr>`;
    const at = event.t.slice(11, 23);
    if (event.type !== 'statement')
        return (0,html/* html */.q) `<tr><td>${link} ${at}</td><td colspan="3">${noteInWords(event)}</td></tr>`;
    return (0,html/* html */.q) `<tr><td>${link} ${at}</td><td><code>${statementExcerpt(timeline_text(event, 'text'), events_MOST_TEXT, isCommand({ start }, entry))}</code>${effects(event)}</td><td>${verdictCell(event)}</td><td>${outcomeCell(outcome, asked)}</td></tr>`;
}
function effects(event) {
    const words = effectsIn(event).map(inWords);
    if (words.length === 0)
        return '';
    const more = words.length > 2 ? ` and ${words.length - 2} more` : '';
    return (0,html/* html */.q) `<br><span class="quiet">${(0,spelled/* oneLine */.T)(words.slice(0, 2).join('; '), MOST_EFFECTS)}${more}</span>`;
}

;// CONCATENATED MODULE: ./lib/server/pages/sessions/session.js
// One session: what it was, whether its record holds, and its events.












function sessionPage(options) {
    const { by, view, events, path } = options;
    const { id, reason } = view.row;
    const live = reason === null ? liveFrom(path, options.now, `/live?session=${id}`) : '';
    return page({
        title: `Session of ${view.row.repository}`,
        by,
        at: '/sessions',
        body: (0,html/* html */.q) `<section id="session" ${live}>${summary(options)}
<h2>The record</h2>${integrity(options)}${view.approvals.length === 0 ? '' : asked(view)}</section>
<h2>Events</h2>
${filterForm(events)}
<section id="events" ${live}>${eventsPart(events)}</section>`,
    });
}
function summary(options) {
    const { view, policyLink, startedBy, now } = options;
    const { row, grant, claims, masked, running } = view;
    const state = stateInWords({ ...row, ...grant }, now);
    const end = running ? grant.expires_at : endOf(options);
    return (0,html/* html */.q) `${facts([
        ['State', (0,html/* html */.q) `<span class="state ${running ? 'waiting' : ''}">${state}</span>`],
        ['Began', layout_time(row.started_at)],
        [running ? 'Ends at the latest' : 'Ended', end == null ? undefined : running ? deadline(end) : layout_time(end)],
        ['Access rule', policyLink ? (0,html/* html */.q) `<a href="${policyLink}">${grant.rule}</a>` : grant.rule],
        ['Policy file', (0,html/* html */.q) `SHA-256 <code>${grant.policy_sha256}</code>`],
        ['Targets', (0,html/* html */.q) `${targets(view)}`],
        [
            'What happened',
            (0,html/* html */.q) `${happened({ ...row, ...grant })}, ${row.connections} ${row.connections === 1 ? 'connection' : 'connections'}`,
        ],
        [
            'Masked cells',
            masked.length === 0
                ? undefined
                : maskedInWords(masked.map(({ name, count }) => [name, count])),
        ],
    ])}
<h2>The job</h2>
${job({ claims, repository: row.repository, startedBy, session: row.id })}`;
}
/** A session that closed its record is over, even when nobody has ended its grant yet. */
function endOf({ view, checked, now }) {
    const { ended_at, expires_at } = view.grant;
    const sealed = checked?.verification.seal?.t;
    if (ended_at !== null)
        return ended_at;
    if (sealed !== undefined)
        return Date.parse(sealed);
    return expires_at !== null && expires_at <= now ? expires_at : undefined;
}
/** Guard and mode are what the session said when it began. */
function targets({ targets: names, start }) {
    const told = Array.isArray(start?.targets) ? start.targets.filter(shapes/* isRecord */.u4) : [];
    return names.map((name) => {
        const own = told.find((target) => target.name === name);
        const part = (key) => (typeof own?.[key] === 'string' ? (0,spelled/* oneLine */.T)(own[key], 100) : '');
        const where = ['protocol', 'address', 'database'].map(part).filter(Boolean).join(' ');
        const mode = part('mode') === 'observe' ? ', observed only' : '';
        return (0,html/* html */.q) `<div><strong>${name}</strong>${own ? ` ${where}, guard ${part('guard')}${mode}` : ''}</div>`;
    });
}
function integrity(options) {
    const { view, checked, serverKey } = options;
    const { standing, row } = view;
    if (!standing)
        return (0,html/* html */.q) `<p class="note">${row.events > 0 ? 'The record is not kept any more.' : 'Nothing was ever recorded.'}</p>`;
    const { verification, at } = checked ?? {};
    const { chunks, sizes, seal } = standing;
    return (0,html/* html */.q) `${verification
        ? (0,html/* html */.q) `<p class="${verification.status === 'broken' ? 'note bad' : 'note good'}"><strong>The record ${session_said((0,words/* verdictInWords */._5)(verification))}.</strong> Checked by the server ${layout_time(at ?? 0)}.</p>
${verification.problems.length === 0 ? '' : (0,html/* html */.q) `<ul>${verification.problems.slice(0, 20).map((problem) => (0,html/* html */.q) `<li>${(0,words/* problemInWords */.C4)(problem)}</li>`)}</ul>`}`
        : ''}
${facts([
        [
            'Chain',
            `${chunks} ${chunks === 1 ? 'chunk' : 'chunks'}, ${sizes.session} bytes. Each was signed by the session’s key and continued the one before it when it arrived.`,
        ],
        [
            'Receipts',
            verification
                ? `Countersigned by this server: ${verification.acknowledged.chunks} of ${chunks}`
                : 'Each chunk was countersigned by this server',
        ],
        [
            'Seal',
            seal
                ? `${seal.reason === 'abandoned' ? 'Set by the server, because the session did not end its record' : `Set by the session: ${seal.reason}`}; SHA-256 ${seal.sha256}`
                : 'None yet: the record is still open',
        ],
    ])}
${seal && !checked ? (0,html/* html */.q) `<p class="note">The record is too long to be checked anew on a page.</p>` : ''}
<p>Check it yourself: ${fitsPage(standing) ? (0,html/* html */.q) `take it <a href="/sessions/${row.id}/session.html" download>as one page</a>, which your own browser checks without any network; or ` : ''}<a href="/sessions/${row.id}/record.zip" download>download the record</a> and run
<code>sluice verify sluice-session-${row.id}.zip --server-key ${serverKey}</code></p>`;
}
/** `intact: …` in a sentence. */
function session_said(words) {
    return /^does/.test(words) ? words : `is ${words}`;
}
function asked(view) {
    const { approvals, claims } = view;
    return (0,html/* html */.q) `<h2>What people were asked</h2>
<table class="list"><thead><tr><th scope="col">Request</th><th scope="col">State</th><th scope="col">Decided by</th></tr></thead>
<tbody>${approvals.map(({ approval, state, decisions }) => (0,html/* html */.q) `<tr>
<td><a href="/approvals/${approval.id}">${approval.kind === 'access' ? 'The session itself' : session_whatOf(view, session_statementOf(approval.request))}</a>${sourceOf(approval.request, claims)}</td>
<td><span class="state ${state}">${state}</span></td>
<td>${decisions.map(({ name, decision, reason, at }) => (0,html/* html */.q) `<div>${decision} by ${name}, ${layout_time(at)}${reason ? `: ${(0,spelled/* oneLine */.T)(reason, 300)}` : ''}</div>`)}</td></tr>`)}</tbody></table>`;
}
function session_whatOf(view, { text, target }) {
    return statementExcerpt(text, 120, protocolsOf(view).get(target ?? '') === 'ssh');
}
/** As `heldFrom` let it in. */
function session_statementOf(request) {
    const { statement } = JSON.parse(request);
    return { text: 'a statement', ...statement };
}
function sourceOf(request, claims) {
    const { source } = session_statementOf(request);
    return source ? sourceLine(source, claims) : '';
}

;// CONCATENATED MODULE: ./lib/server/pages/sessions/routes.js




















const routes_ON_PAGE = 50;
/** What begins in an hour is listed when somebody looks, should the record be late. */
const RECENT_MS = 3600_000;
/** `/sessions`: for everybody who may look. */
function sessionPages(services) {
    const app = new dist/* Hono */.$();
    const { store, clock, reader, catalogue } = services;
    const integrity = createIntegrity(reader, services.serverKey, clock);
    app.use(noteErrors(services));
    app.get('/', async (c) => {
        const by = await requirePerson(services, c, 'viewer');
        const asked = wanted(c);
        const last = c.req.query('before');
        const before = last === undefined ? undefined : await findSession(store, last);
        if (!before)
            await catalogue.list(clock() - RECENT_MS);
        const found = await searchSessions(store, asked.search, { limit: routes_ON_PAGE, before });
        const more = found.length === routes_ON_PAGE ? found.at(-1)?.id : undefined;
        return c.html(sessionsPage({ by, wanted: asked, found, more, live: !before, now: clock() }));
    });
    app.get('/:id', async (c) => {
        const by = await requirePerson(services, c, 'viewer');
        const view = await viewOf(services, c.req.param('id'));
        await noteRead(services, by.person, view.row.id, c.var.entry);
        const number = c.req.query('event');
        if (number !== undefined)
            return routes_one(services, c, { by, view, number: eventNumber(number) });
        return routes_whole(services, c, { by, view, integrity });
    });
    app.get('/:id/replay', async (c) => c.html(replayPage(await replayed(services, c))));
    app.get('/:id/replay.cast', async (c) => {
        const { entry, shown } = await replayed(services, c);
        const cast = (0,terminal_cast/* createCast */.ix)();
        for (const event of shown.events)
            cast.add(event);
        return c.body(cast.end(timeline_text(entry.event, 'text'))?.cast ?? '', 200, {
            'content-type': 'application/x-asciicast',
        });
    });
    app.route('/', downloads(services));
    return app;
}
async function routes_whole(services, c, { by, view, integrity }) {
    const { config, clock, serverKey } = services;
    const { row, grant, standing, approvals } = view;
    const { filter, fields } = filterOf(c);
    const from = eventNumber(c.req.query('from')) ?? 0;
    const slice = await stretch(services, view, from, filter);
    return c.html(sessionPage({
        by,
        view,
        checked: standing?.seal && (await integrity.check(row.id, standing)),
        startedBy: startedBy(config, grant),
        policyLink: by.person.roles.has('admin') ? accessLink(config, grant.rule) : undefined,
        serverKey,
        events: { fields, from, slice, total: standing ? row.events : 0, asked: approvals, start: view.start },
        path: `/sessions/${row.id}${query({ ...fields, from: from === 0 ? undefined : String(from) })}`,
        now: clock(),
    }));
}
async function routes_one(services, c, { by, view, number }) {
    const { entry, at } = await entryAt(services, view, number);
    const line = await lineAt(services.reader.lines(view.row.id, at.off, routes_endOf(view)), entry.number - at.event);
    const { event } = entry;
    const shown = event?.type === 'statement'
        ? await shownBy(services.reader, view.row.id, {
            ...{ statement: event, off: at.off, end: routes_endOf(view), most: READ_FOR_PAGE },
        })
        : undefined;
    return c.html(eventPage({ by, view, entry, line, shown }));
}
/** `/:id/replay` and `/:id/replay.cast`: of a statement that has drawn on a terminal. */
async function replayed(services, c) {
    const by = await requirePerson(services, c, 'viewer');
    const view = await viewOf(services, c.req.param('id') ?? '');
    await noteRead(services, by.person, view.row.id, c.var.entry);
    const { entry, at } = await entryAt(services, view, eventNumber(c.req.query('event')));
    const { event } = entry;
    if (event?.type !== 'statement')
        throw noTerminal();
    const most = READ_FOR_REPLAY;
    const read = { statement: event, off: at.off, end: routes_endOf(view), most };
    const shown = await shownBy(services.reader, view.row.id, read);
    if (!shown.events.some(({ type }) => type === 'terminal'))
        throw noTerminal();
    return { by, view, entry: { ...entry, event }, shown };
}
const noTerminal = () => new OAuthError('invalid_request', 'session-event', 'it has drawn on no terminal', { status: 404 });
async function entryAt(services, view, number) {
    const slice = number === undefined ? undefined : await stretch(services, view, number, {});
    const entry = slice?.entries[0];
    if (entry === undefined || entry.number !== number)
        throw new OAuthError('invalid_request', 'session-event', 'there is no such event', { status: 404 });
    return { entry, at: await pieceBefore(services.store, view.row.id, number) };
}
async function stretch({ store, reader }, view, from, filter) {
    const { id } = view.row;
    const at = await pieceBefore(store, id, from);
    return timeline(reader, id, { from, at, end: routes_endOf(view), filter });
}
/** What was read for the search, so that numbers and totals of a page fit together. */
function routes_endOf({ row, standing }) {
    return Math.min(row.bytes, standing?.sizes.session ?? 0);
}
async function lineAt(lines, index) {
    let here = 0;
    for await (const line of lines)
        if (here++ === index)
            return line.toString('utf8');
    return '';
}

;// CONCATENATED MODULE: ./lib/server/pages/streams.js
// Each live page holds a connection for as long as it is open, and jobs need some, too.
/** Tabs of one person, and all there may be: far fewer than the server has connections. */
const MOST_OF_ONE = 20;
const streams_MOST = 500;
function createStreams() {
    const open = new Map();
    let all = 0;
    return {
        take(person) {
            const own = open.get(person) ?? 0;
            if (own >= MOST_OF_ONE || all >= streams_MOST)
                return undefined;
            open.set(person, own + 1);
            all++;
            let over = false;
            return () => {
                if (over)
                    return;
                over = true;
                all--;
                const left = (open.get(person) ?? 1) - 1;
                if (left === 0)
                    open.delete(person);
                else
                    open.set(person, left);
            };
        },
    };
}

;// CONCATENATED MODULE: ./lib/server/pages/routes.js
















/** Changes that come at once are told together; of all sessions together there are many. */
const routes_TOGETHER_MS = 250;
const OF_ALL_MS = 2000;
/** Everything that a browser shows. */
function pages(services) {
    const app = new dist/* Hono */.$();
    const streams = createStreams();
    const { store, clock } = services;
    for (const [path, { type, body }] of Object.entries(ASSETS))
        app.get(path, (c) => c.body(body, 200, { 'content-type': type, 'cache-control': 'public, max-age=31536000, immutable' }));
    app.use('/account/*', noteErrors(services), limitBody(MAX_FORM_BYTES), protectFromOthers(services));
    app.get('/', async (c) => c.redirect((await signedIn(services, c)) ? '/approvals' : '/sign-in', 303));
    app.get('/sign-in/link', (c) => c.html(page({
        title: 'Sign in as administrator',
        body: (0,html/* html */.q) `<p>This link works once.</p><form method="post" action="/sign-in/link">
<input type="hidden" name="token" value="${c.req.query('token') ?? ''}"><button class="yes">Sign in</button></form>`,
    })));
    app.get('/signed-out', (c) => c.html(page({
        title: 'You are signed out',
        body: (0,html/* html */.q) `<p>Nothing more is shown or decided in your name here.</p><p><a class="button" href="/">Sign in again</a></p>`,
    })));
    app.get('/account', async (c) => {
        const by = await requirePerson(services, c, 'viewer');
        return c.html(accountPage(by, await tokensOf(store, by.person.id, clock())));
    });
    app.post('/account/tokens', async (c) => {
        c.var.entry.event = 'token';
        const by = await requirePerson(services, c, 'viewer');
        const form = await fieldsOf(c);
        const { token } = await makeToken(services, by, { name: form('name'), days: Number(form('days')) }, c.var.entry);
        return c.html(accountPage(by, await tokensOf(store, by.person.id, clock()), token));
    });
    app.post('/account/tokens/:id/end', async (c) => {
        c.var.entry.event = 'token-end';
        const { person } = await requirePerson(services, c, 'viewer');
        await endOwnToken(services, person, c.req.param('id'), c.var.entry);
        return c.redirect('/account', 303);
    });
    app.get('/live', async (c) => {
        const { person } = await requirePerson(services, c, 'viewer');
        const allowed = async () => (await signedIn(services, c)) !== undefined;
        const { watch, ...rest } = watched(services, c.req.query('of'), c.req.query('session'));
        const end = streams.take(person.id);
        if (!end)
            throw new OAuthError('slow_down', 'streams', 'too many pages are open', { status: 429 });
        const counted = (listener) => {
            const leave = watch(listener);
            return () => {
                leave();
                end();
            };
        };
        return live(c, { ...rest, watch: counted, allowed });
    });
    app.route('/approvals', approvalPages(services));
    app.route('/sessions', sessionPages(services));
    app.route('/policy', policyPages(services));
    return app;
}
/** What somebody watches: one session with what it asks people for, all sessions, or all requests. */
function watched({ changes, catalogue }, of, session) {
    const { over } = changes;
    if (session !== undefined)
        return {
            watch(listener) {
                const leave = [
                    catalogue.changes.watch((id) => id === session && listener()),
                    changes.watch(() => listener()),
                ];
                return () => {
                    for (const each of leave)
                        each();
                };
            },
            over,
            together: 2 * routes_TOGETHER_MS,
        };
    if (of === 'sessions')
        return { watch: (listener) => catalogue.changes.watch(listener), over, together: OF_ALL_MS };
    return { watch: (listener) => changes.watch(listener), over, together: routes_TOGETHER_MS };
}

;// CONCATENATED MODULE: ./lib/server/people/routes.js











const BEGUN_MS = 10 * 60_000;
/** Of the local administrator. */
const LOCAL_MS = 12 * 3600_000;
/** `/sign-in`, the provider's way back, the administrator's link, `/sign-out`. `provider` is absent without one. */
function routes_people(services, provider) {
    const app = new dist/* Hono */.$();
    const { config, store, clock } = services;
    const secure = config.server.url.startsWith('https:');
    const names = {
        login: cookieName(config.server.url, 'sluice'),
        begun: cookieName(config.server.url, 'sluice-sign-in'),
    };
    const cookie = (maxAge) => ({ path: '/', httpOnly: true, secure, sameSite: 'Lax', maxAge: Math.floor(maxAge / 1000) });
    app.use('/sign-in/*', noteErrors(services), routes_note('sign-in'), limitCalls(services, 'sign-in'));
    app.use('/sign-in/link', protectFromOthers(services));
    app.use('/sign-out', noteErrors(services), routes_note('sign-out'), limitBody(4096), protectFromOthers(services));
    const welcome = async (c, person, lifetime, returnTo) => {
        const now = clock();
        const before = (0,helper_cookie/* getCookie */.Ri)(c, names.login);
        const secret = await store.transaction().execute(async (transaction) => {
            if (before)
                await endLogin(transaction, tokenHash(before));
            await refreshPerson(transaction, person);
            await audit(transaction, now, 'ok', { ...c.var.entry, detail: `${person.name} (${person.id})` });
            return addLogin(transaction, 'cookie', person, { now, expiresAt: now + lifetime });
        });
        (0,helper_cookie/* setCookie */.TV)(c, names.login, secret, cookie(lifetime));
        return c.redirect(returnTo, 303);
    };
    app.get('/sign-in', async (c) => {
        const returnTo = ownPath(c.req.query('to'));
        if (!provider)
            throw new OAuthError('access_denied', 'no-provider', routes_NO_PROVIDER, { status: 403 });
        const { url, checks } = await provider.begin().catch((error) => {
            services.log.error({ err: error }, 'the sign-in provider does not answer');
            throw new OAuthError('temporarily_unavailable', 'provider', 'the sign-in provider does not answer', {
                status: 503,
            });
        });
        const secret = await beginSignIn(store, {
            checks: JSON.stringify(checks),
            return_to: returnTo,
            expires_at: clock() + BEGUN_MS,
        });
        (0,helper_cookie/* setCookie */.TV)(c, names.begun, secret, cookie(BEGUN_MS));
        return c.redirect(url, 303);
    });
    app.get('/sign-in/callback', async (c) => {
        const secret = (0,helper_cookie/* getCookie */.Ri)(c, names.begun);
        const begun = secret && provider && (await endSignIn(store, secret, clock()));
        (0,helper_cookie/* deleteCookie */.Yj)(c, names.begun, cookie(0));
        if (!begun)
            throw routes_failed('sign-in-begun', 'this sign-in was not begun here, or took too long');
        const returned = new URL(c.req.url);
        const callback = new URL(`${config.server.url}/sign-in/callback${returned.search}`);
        const person = await provider.finish(callback, JSON.parse(begun.checks)).catch((error) => {
            services.log.warn({ err: error }, 'a sign-in failed');
            throw routes_failed('sign-in-answer', 'the sign-in provider’s answer does not hold');
        });
        const described = { ...person, at: clock() };
        return welcome(c, described, config.server.signIn?.lifetime ?? 0, begun.return_to);
    });
    // A page that fetches links ahead must not use it up: the link shows a button.
    app.post('/sign-in/link', limitBody(4096), async (c) => {
        const token = (await fieldsOf(c))('token');
        const used = !provider && (await useLink(store, token, clock()));
        if (!used)
            throw routes_failed('sign-in-link', 'this link was used before, or is too old');
        return welcome(c, LOCAL_ADMIN, LOCAL_MS, '/');
    });
    app.post('/sign-out', async (c) => {
        const found = await signedIn(services, c);
        if (found) {
            await endLogin(store, found.login.hash);
            const detail = `${found.person.name} (${found.person.id})`;
            await audit(store, clock(), 'ok', { ...c.var.entry, detail });
        }
        (0,helper_cookie/* deleteCookie */.Yj)(c, names.login, cookie(0));
        // Not to the start, which would sign them in again at once.
        return c.redirect('/signed-out', 303);
    });
    return app;
}
const routes_NO_PROVIDER = 'this server has no sign-in provider: its administrator opens the link that it printed when it started';
function routes_note(event) {
    return async (c, next) => {
        c.var.entry.event = event;
        await next();
    };
}
/** A path of this server and nothing that a browser could take for another's. */
function ownPath(text = '/') {
    return /^\/(?![/\\])[\w\-./?=&%~]*$/.test(text) && text.length <= 2000 ? text : '/';
}
function routes_failed(check, description) {
    return new OAuthError('access_denied', check, `${description}; start again at /sign-in`, { status: 403 });
}

;// CONCATENATED MODULE: ./lib/server/oauth/authorise.js





/**
 * The session that a request belongs to. `grace` (ms) admits calls so long after the session's end.
 * Throws `OAuthError` invalid_token or invalid_dpop_proof.
 */
async function authorise({ config, store, clock }, request, grace) {
    const now = clock();
    const [, accessToken] = /^DPoP ([\w-]{1,200})$/i.exec(request.headers.get('authorization') ?? '') ?? [];
    if (!accessToken)
        throw authorise_refused('authorization', 'Authorization: DPoP with a token is required');
    const proof = await verifyProof({
        proof: request.headers.get('dpop') ?? undefined,
        method: request.method,
        url: config.server.url + new URL(request.url).pathname,
        now,
        accessToken,
    });
    const found = await findToken(store, accessToken);
    if (found?.token.kind !== 'access')
        throw authorise_refused('access-token', 'the token is unknown');
    const { token, grant } = found;
    if (grant.jkt !== proof.jkt)
        throw authorise_refused('access-token-key', 'the token belongs to another key', grant.id);
    if (token.expires_at <= now)
        throw authorise_refused('access-token-expired', 'the token has expired', grant.id);
    if (!isOpen(grant, now, grace))
        throw authorise_refused('grant-over', 'the session is over', grant.id);
    if (!(await once(store, `proof:${proof.jkt}`, proof.jti, proof.expiresAt)))
        throw new OAuthError('invalid_dpop_proof', 'dpop-replay', 'DPoP: the proof was used before', {
            status: 401,
            grant: grant.id,
        });
    return { session: grant.id, jkt: grant.jkt, publicJwk: proof.jwk, grant };
}
/** The reaper may have ended an overdue grant already; a revoked one has no grace. */
function isOpen(grant, now, grace) {
    const running = grant.state === 'active' || (grace > 0 && grant.end_reason === 'expired');
    return running && (grant.expires_at ?? 0) + grace > now;
}
/** For the record: what was done before the session's end may be delivered shortly after it. */
const forRecords = (services) => (request) => authorise(services, request, RECORD_GRACE_MS);
function authorise_refused(check, description, grant) {
    return new OAuthError('invalid_token', check, description, grant === undefined ? {} : { grant });
}

// EXTERNAL MODULE: ./lib/core/approval.js
var core_approval = __webpack_require__(71816);
// EXTERNAL MODULE: ./lib/core/blocking.js
var core_blocking = __webpack_require__(90628);
;// CONCATENATED MODULE: ./lib/server/approvals/statements.js
// Statements that a session holds: asked for, waited for and withdrawn with the session's own token.












/** Connections that may wait in one session, and requests that one session may make in a minute and in all: they are kept. */
const MOST_WAITING = 500;
const ASKED_PER_MINUTE = 600;
/** Of what one request blocks: characters, and how often it is told. */
const MOST_BLOCKING = 32_768;
const BLOCKING_PER_MINUTE = 30;
const MOST_ASKED = 2000;
/** Asks for one statement. Throws `OAuthError` when nobody may release it. */
async function askStatement(services, { grant }, body) {
    const { store, clock, changes } = services;
    const now = clock();
    const statement = statements_read(body, core_approval/* heldFrom */.sY);
    const holds = releasers(services, grant, statement.target);
    if ((await hit(store, `holds:${grant.id}`, now)) > ASKED_PER_MINUTE)
        throw new OAuthError('slow_down', 'rate-holds', 'too many statements were held', { status: 429 });
    if ((await countAsked(store, grant.id)) >= MOST_ASKED)
        throw new OAuthError('slow_down', 'holds-asked', 'this session has held too many statements', {
            status: 429,
        });
    if ((await countWaiting(store, grant.id, now)) >= MOST_WAITING)
        throw new OAuthError('slow_down', 'holds-waiting', 'too many statements wait already', { status: 429 });
    const id = (0,external_node_crypto_.randomBytes)(16).toString('hex');
    const request = (0,json/* canonical */.$)(describe(services, grant, statement));
    await store.transaction().execute(async (transaction) => {
        await addApproval(transaction, {
            id,
            kind: 'statement',
            grant_id: grant.id,
            poll_hash: null,
            request,
            request_sha256: statements_sha256(request),
            subject_sha256: null,
            approvers: JSON.stringify(holds.by),
            min: holds.min,
            created_at: now,
            // A session that is over needs no answer.
            expires_at: Math.min(now + holds.timeout, grant.expires_at ?? now),
        });
        await tell(services, transaction, id, 'asked');
    });
    changes.tell(id);
    return statements_answer(services, await own(services, grant, id));
}
/** How it stands, once it does not wait any more or `ms` have passed. */
async function awaitStatement(services, { grant }, id, wait) {
    await own(services, grant, id);
    await waitFor(services, id, wait.ms, wait.signal);
    return statements_answer(services, await own(services, grant, id));
}
/** The client has gone or gave up. An answer that came first stays. */
async function withdrawStatement(services, { grant }, id) {
    await own(services, grant, id);
    const withdrawn = await services.store.transaction().execute(async (transaction) => {
        const done = await withdrawApproval(transaction, id, services.clock());
        if (done)
            await tell(services, transaction, id, 'withdrawn');
        return done;
    });
    if (withdrawn)
        services.changes.tell(id);
    return statements_answer(services, await own(services, grant, id));
}
/** What its transaction keeps others from by now: people see it, nobody is bound to it. */
async function noteWhatItBlocks(services, { grant }, id, body) {
    const { store, clock, changes } = services;
    const blocking = JSON.stringify(statements_read(body, core_blocking/* blockingFrom */.C));
    if (blocking.length > MOST_BLOCKING)
        throw new OAuthError('invalid_request', 'blocking', 'too much is said of what it blocks');
    await own(services, grant, id);
    if ((await hit(store, `blocking:${id}`, clock())) > BLOCKING_PER_MINUTE)
        throw new OAuthError('slow_down', 'rate-blocking', 'what it blocks was told too often', { status: 429 });
    if (await noteBlocking(store, id, blocking, clock()))
        changes.tell(id);
}
function statements_read(body, parse) {
    try {
        return parse(body);
    }
    catch (error) {
        throw new OAuthError('invalid_request', 'held-statement', error.message);
    }
}
/** The policy of now decides who is asked, as for everything else. */
function releasers({ config }, grant, target) {
    const targets = targetsOf(grant);
    if (!targets.includes(target))
        throw new OAuthError('invalid_target', 'held-target', 'the session does not have this target');
    const { holds } = permit(config, grant.issuer, claimsOf(grant), targets);
    if (holds)
        return holds;
    throw new OAuthError('access_denied', 'holds', 'nobody may release held statements of this session', {
        status: 403,
    });
}
function describe({ config }, grant, statement) {
    return {
        session: grant.id,
        issuer: grant.issuer,
        claims: claimsOf(grant),
        policy: config.sha256,
        rule: grant.rule,
        statement: (0,core_approval/* heldToJson */.Bu)(statement),
    };
}
/** A request of another session is one that does not exist. */
async function own({ store }, grant, id) {
    const approval = await findApproval(store, id);
    if (approval?.grant_id === grant.id && approval.kind === 'statement')
        return approval;
    throw new OAuthError('invalid_request', 'approval-request', 'no such request', { status: 404 });
}
async function statements_answer({ store, config, clock }, approval) {
    const state = approvals_standing(approval, clock());
    const decisions = await decisionsOn(store, approval.id);
    const reason = decisions.findLast((decision) => decision.reason !== null)?.reason;
    const { statement } = JSON.parse(approval.request);
    return {
        id: approval.id,
        state: state === 'redeemed' ? 'approved' : state,
        bound: statements_sha256((0,json/* canonical */.$)(statement)),
        uri: `${config.server.url}/approvals/${approval.id}`,
        expiresAt: new Date(approval.expires_at).toISOString(),
        approvers: JSON.parse(approval.approvers),
        by: decisions.map(({ name }) => name),
        ...(reason == null ? {} : { reason }),
        ...(approval.scope === null ? {} : { scope: approval.scope }),
    };
}
function statements_sha256(text) {
    return (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex');
}

;// CONCATENATED MODULE: ./lib/server/approvals/routes.js






/** A statement's text has 64,000 characters at most; its effects and values may be many. */
const routes_MAX_BYTES = 256 * 1024;
/** A long poll ends before proxies give up on it. */
const routes_MAX_WAIT_S = 25;
/** `POST /`, `GET /{id}?wait=SECONDS`, `POST /{id}/withdraw` and `POST /{id}/blocking`, for mounting at `/v1/approvals`. */
function approvals(services) {
    const app = new dist/* Hono */.$();
    app.use(limitBody(routes_MAX_BYTES));
    const session = async (c, event) => {
        c.var.entry.event = event;
        const authorised = await authorise(services, c.req.raw, 0);
        c.var.entry.grant = authorised.session;
        return authorised;
    };
    app.post('/', async (c) => {
        const authorised = await session(c, 'hold');
        const body = await c.req.json().catch(() => undefined);
        const answer = await askStatement(services, authorised, body);
        await audit(services.store, services.clock(), 'ok', { ...c.var.entry, detail: answer.id });
        return c.json(answer, 201);
    });
    app.get('/:id', async (c) => {
        const authorised = await session(c, 'hold-poll');
        const wait = { ms: routes_seconds(c.req.query('wait')) * 1000, signal: c.req.raw.signal };
        return c.json(await awaitStatement(services, authorised, c.req.param('id'), wait));
    });
    app.post('/:id/withdraw', async (c) => {
        const authorised = await session(c, 'withdraw');
        return c.json(await withdrawStatement(services, authorised, c.req.param('id')));
    });
    app.post('/:id/blocking', async (c) => {
        const authorised = await session(c, 'hold-blocking');
        const body = await c.req.json().catch(() => undefined);
        await noteWhatItBlocks(services, authorised, c.req.param('id'), body);
        return c.json({});
    });
    return app;
}
function routes_seconds(text = '0') {
    if (!/^\d{1,4}$/.test(text))
        throw new OAuthError('invalid_request', 'wait', '`wait` is a number of seconds');
    return Math.min(Number(text), routes_MAX_WAIT_S);
}

// EXTERNAL MODULE: ./lib/core/terms.js
var terms = __webpack_require__(13728);
// EXTERNAL MODULE: ./lib/grants/terms.js
var grants_terms = __webpack_require__(53736);
;// CONCATENATED MODULE: ./lib/server/credentials.js
// Upstream credentials of a grant: made when its terms are asked for, ended with it.





/** A target that does not answer: each try may take 10 s. */
const AWAY = ['UPSTREAM_UNREACHABLE', 'UPSTREAM_REFUSED', 'UPSTREAM_TLS'];
function createCredentials(options) {
    return {
        open: (request) => credentials_open(options, request),
        end: async (grant) => {
            const rows = await openCredentials(options.store, grant);
            await Promise.all(rows.map((row) => endOne(options, row)));
        },
        endLeftovers: () => endLeftovers(options),
        reap: async () => {
            const counts = await Promise.all(Object.values(options.config.targets).map((t) => reapOne(options, t)));
            return counts.reduce((sum, count) => sum + count, 0);
        },
    };
}
async function credentials_open(options, request) {
    const { store } = options;
    for (const row of await openCredentials(store, request.grant))
        await endOne(options, row);
    const opened = { credentials: Object.create(null), trusted: Object.create(null) };
    for (const name of request.targets) {
        const target = options.config.targets[name];
        if (!target)
            throw new TypeError(`no target ${name}`);
        const resolved = (0,credentials_target/* credentialTarget */.t)(target, options.secrets);
        const credential = await makeOne(options, request, resolved);
        if (!credential)
            throw new GrantOver();
        opened.credentials[name] = credential;
        opened.trusted[name] = resolved;
    }
    return opened;
}
/** The grant ended, or its terms were asked for again, while its credentials were being made. */
class GrantOver extends Error {
    constructor() {
        super('the grant ended while its credentials were being made');
        this.name = 'GrantOver';
    }
}
async function makeOne(options, request, target) {
    const { store, config, secrets, metrics } = options;
    const { provider } = target.credential;
    const id = await addCredential(store, {
        grant: request.grant,
        target: target.name,
        provider,
        now: options.clock(),
    });
    try {
        const { handle, ...login } = await options.providers[provider].issue({
            grantId: request.grant,
            target,
            expiresAt: request.expiresAt,
            limits: (0,limits/* resolveLimits */.f)(request.rule.guard, config.guards),
            secrets,
        });
        metrics.credentials.inc({ provider, result: 'made' });
        if (await confirmCredential(store, id, handle))
            return login;
        await nameCredential(store, id, handle);
    }
    catch (error) {
        metrics.credentials.inc({ provider, result: 'failed' });
        await endById(options, request.grant, id);
        throw error;
    }
    await endById(options, request.grant, id);
    return undefined;
}
async function endById(options, grant, id) {
    const row = (await openCredentials(options.store, grant)).find((candidate) => candidate.id === id);
    if (row)
        await endOne(options, row);
}
async function endLeftovers(options) {
    const byTarget = Object.groupBy(await leftoverCredentials(options.store), (row) => row.target);
    await Promise.all(Object.values(byTarget).map(async (rows = []) => {
        for (const row of rows)
            if ((await endOne(options, row)) === 'away')
                break;
    }));
}
/** What is not ended is left to the reaper. */
async function endOne(options, row) {
    const { store, log, metrics, secrets, providers } = options;
    const { provider, target: name, grant_id: grant } = row;
    try {
        const target = options.config.targets[name];
        if (!target || target.credential.provider !== provider)
            throw new Error('the target is not in the policy file any more, or has another provider');
        const { sessionsEnded } = await providers[target.credential.provider].end({
            grantId: grant,
            target: (0,credentials_target/* credentialTarget */.t)(target, secrets),
            ...(row.handle === null ? {} : { handle: row.handle }),
            secrets,
        });
        await closeCredential(store, row.id, options.clock(), sessionsEnded);
        metrics.credentials.inc({ provider, result: 'ended' });
        return 'ended';
    }
    catch (error) {
        metrics.alerts.inc({ check: 'credential-left' });
        log.error({ err: error, grant, target: name, alert: 'credential-left' }, 'a credential could not be ended');
        return error instanceof errors/* SluiceError */.ah && AWAY.includes(error.code) ? 'away' : 'failed';
    }
}
async function reapOne(options, target) {
    const { store, secrets, providers, log, metrics } = options;
    try {
        const handles = await providers[target.credential.provider].reap({
            target: (0,credentials_target/* credentialTarget */.t)(target, secrets),
            secrets,
            now: new Date(options.clock()),
            closed: async (grant) => (await findGrant(store, grant))?.state === 'ended',
        });
        return handles.length;
    }
    catch (error) {
        metrics.alerts.inc({ check: 'target-not-reaped' });
        log.warn({ err: error, target: target.name, alert: 'target-not-reaped' }, 'the target could not be reaped');
        return 0;
    }
}

;// CONCATENATED MODULE: ./lib/server/grant.js








/** Each makes credentials on the targets. */
const TERMS_PER_MINUTE = 20;
/** `GET /v1/grant`: makes the credentials anew and returns everything that the proxy enforces. */
async function openTerms(services, { grant }) {
    const { config } = services;
    const claims = claimsOf(grant);
    const targets = targetsOf(grant);
    const rule = permit(config, grant.issuer, claims, targets);
    await requireApproval(services.store, rule, grant.id);
    if ((await hit(services.store, `terms:${grant.id}`, services.clock())) > TERMS_PER_MINUTE)
        throw new OAuthError('slow_down', 'rate-terms', 'the terms were asked for too often', { status: 429 });
    const expiresAt = new Date(grant.expires_at ?? 0).toISOString();
    try {
        const opened = await services.credentials.open({ grant: grant.id, targets, rule, expiresAt });
        const { serverKey } = services;
        return (0,terms/* termsToJson */.Z)((0,grants_terms/* buildTerms */.c)({ config, rule, targets, session: grant.id, expiresAt, claims, serverKey, ...opened }));
    }
    catch (error) {
        if (!(error instanceof GrantOver))
            throw error;
        throw new OAuthError('invalid_token', 'grant-over', 'the session is over, or its terms were asked for twice');
    }
}

;// CONCATENATED MODULE: ./lib/server/resources.js







/** A record chunk: 1 MiB of JSON Lines may be twice that as a JSON string. */
const resources_MAX_BYTES = 3 * 1024 * 1024;
/** What a session may do with its token: `/grant`, and its record. */
function resources(services, records) {
    const app = new dist/* Hono */.$();
    app.use(async (c, next) => {
        c.var.entry.event = 'resource';
        await next();
    });
    app.use(noteErrors(services));
    app.use(limitBody(resources_MAX_BYTES));
    app.get('/grant', async (c) => {
        const { entry } = c.var;
        entry.event = 'grant';
        const authorised = await authorise(services, c.req.raw, 0);
        entry.grant = authorised.session;
        const terms = await openTerms(services, authorised);
        await audit(services.store, services.clock(), 'ok', entry);
        services.log.info({ ...entry }, 'granted');
        return c.json(terms);
    });
    app.route('/approvals', approvals(services));
    app.route('/sessions', records.routes);
    app.route('/log', records.log);
    return app;
}

;// CONCATENATED MODULE: ./lib/server/app.js












function createApp(services, records, provider, github) {
    const app = new dist/* Hono */.$();
    app.onError((error, c) => failure(services, error, c));
    app.notFound((c) => notFound(services, c));
    app.use(observe(services));
    const https = services.config.server.url.startsWith('https:');
    // What is set last counts, which is what is used first: the one page with a player, which is WebAssembly.
    app.use('/sessions/:id/replay', headers(https, ["'self'", "'wasm-unsafe-eval'"]));
    app.use(headers(https, ["'self'"]));
    app.get('/.well-known/oauth-authorization-server', (c) => c.json(metadata(services.config.server.url)));
    app.route('/oauth', oauth(services));
    app.route('/v1', resources(services, records));
    app.route('/api', api(services));
    if (github)
        app.route('/github', github);
    app.route('/', pages(services));
    app.route('/', routes_people(services, provider));
    app.route('/', operations(services));
    return app;
}
function headers(https, scriptSrc) {
    return (0,secure_headers/* secureHeaders */.K)({
        contentSecurityPolicy: {
            defaultSrc: ["'none'"],
            scriptSrc,
            styleSrc: ["'self'"],
            imgSrc: ['data:'],
            connectSrc: ["'self'"],
            formAction: ["'self'"],
            baseUri: ["'none'"],
            frameAncestors: ["'none'"],
        },
        xFrameOptions: 'DENY',
        referrerPolicy: 'same-origin',
        strictTransportSecurity: https ? 'max-age=31536000' : false,
    });
}
/** Correlation id, caller, no caching, metrics: around every request. */
function observe({ config, metrics }) {
    const callers = createCallers(config.server.trustedProxies);
    return async (c, next) => {
        const correlationId = (0,external_node_crypto_.randomBytes)(8).toString('hex');
        const { socket } = c.env.incoming;
        const { address, network } = callers(socket.remoteAddress, c.req.header('x-forwarded-for'));
        c.set('correlation', correlationId);
        c.set('network', network);
        c.set('entry', { event: 'request', correlationId, address });
        const started = performance.now();
        await next();
        // Nobody reads it, so nothing else would ever end what makes it.
        if (c.req.method === 'HEAD')
            await c.res.body?.cancel();
        if (!c.res.headers.has('cache-control')) {
            c.header('Cache-Control', 'no-store');
            c.header('Pragma', 'no-cache');
        }
        const route = c.req.matchedRoutes.findLast((match) => match.path !== '/*')?.path ?? 'other';
        metrics.requests.inc({ method: c.req.method, route, status: c.res.status });
        metrics.duration.observe({ route }, (performance.now() - started) / 1000);
    };
}

;// CONCATENATED MODULE: ./lib/server/approvals/changes.js
// Who waits for a decision is woken by it; other servers on the same store are noticed by looking again.
function createChanges() {
    const listeners = new Set();
    const end = new AbortController();
    const watch = (listener) => {
        listeners.add(listener);
        return () => void listeners.delete(listener);
    };
    return {
        tell(id) {
            for (const listener of [...listeners])
                listener(id);
        },
        watch,
        over: end.signal,
        close: () => end.abort(),
        wait: (id, ms, signal) => new Promise((resolve) => {
            const stops = AbortSignal.any([end.signal, ...(signal ? [signal] : [])]);
            if (stops.aborted)
                return resolve();
            const done = () => {
                clearTimeout(timer);
                leave();
                stops.removeEventListener('abort', done);
                resolve();
            };
            const timer = setTimeout(done, ms);
            const leave = watch((changed) => changed === id && done());
            stops.addEventListener('abort', done);
        }),
    };
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
// EXTERNAL MODULE: ./node_modules/@hono/node-server/dist/index.mjs + 2 modules
var node_server_dist = __webpack_require__(26652);
;// CONCATENATED MODULE: ./lib/server/requests.js
/** Headers that decide something here: at most once. */
const ONCE = [
    'host',
    'content-length',
    'content-type',
    'transfer-encoding',
    'authorization',
    'dpop',
    'connection',
];
/** Why a request is refused before anything looks at it; undefined when it is plain. */
function refusal(request) {
    const { rawHeaders, url = '', headers } = request;
    const seen = new Set();
    for (let index = 0; index < rawHeaders.length; index += 2) {
        const name = rawHeaders[index]?.toLowerCase() ?? '';
        if (ONCE.includes(name) && seen.has(name))
            return `${name} occurs twice`;
        seen.add(name);
    }
    if (!url.startsWith('/'))
        return 'the address must be a path';
    if (/%(2e|2f|5c|00)|\\|;|\/\.{1,2}(\/|\?|$)|\/\//i.test(url.split('?')[0] ?? ''))
        return 'the path is ambiguous';
    if (headers.upgrade !== undefined)
        return 'upgrades are not supported';
    if (headers['transfer-encoding'] !== undefined)
        return 'a body must have a content-length';
    if (!/^(keep-alive|close)?$/i.test(headers.connection ?? ''))
        return 'connection must be keep-alive or close';
    return undefined;
}

;// CONCATENATED MODULE: ./lib/server/listen.js




/** Serves on a port with explicit bounds. Throws `SluiceError` CONFIG_INVALID when the port cannot be had. */
async function listen(fetch, { host, port }) {
    const handle = (0,node_server_dist/* getRequestListener */.SE)(fetch, { overrideGlobalObjects: false });
    const server = (0,external_node_http_.createServer)({
        headersTimeout: 10_000,
        requestTimeout: 30_000,
        keepAliveTimeout: 10_000,
        connectionsCheckingInterval: 5000,
        maxHeaderSize: 16 * 1024,
        insecureHTTPParser: false,
        requireHostHeader: true,
    }, (request, response) => {
        const reason = refusal(request);
        if (reason)
            refuse(request, response, reason);
        else
            void handle(request, response);
    });
    server.maxConnections = 2000;
    server.maxRequestsPerSocket = 1000;
    server.maxHeadersCount = 100;
    server.on('upgrade', (_request, socket) => socket.destroy());
    await bind(server, host, port);
    const { port: bound } = server.address();
    return {
        address: `http://${host.includes(':') ? `[${host}]` : host}:${bound}`,
        close: (grace) => listen_close(server, grace),
    };
}
function refuse(request, response, reason) {
    response.writeHead(400, {
        'content-type': 'application/json',
        'cache-control': 'no-store',
        connection: 'close',
    });
    response.end(JSON.stringify({ error: 'invalid_request', error_description: reason }));
    request.resume();
}
function bind(server, host, port) {
    return new Promise((resolve, reject) => {
        server.once('error', (error) => {
            reject(new errors/* SluiceError */.ah('CONFIG_INVALID', `cannot listen on ${host}:${port} (${error.code ?? error.message})`, {
                hint: error.code === 'EADDRINUSE'
                    ? 'Another program has the port: stop it or give --listen another one'
                    : 'Give --listen an address of this machine and a port that this user may open',
                cause: error,
            }));
        });
        server.listen({ host, port }, resolve);
    });
}
async function listen_close(server, grace) {
    const closed = new Promise((resolve) => server.close(() => resolve()));
    server.closeIdleConnections();
    const timer = setTimeout(() => server.closeAllConnections(), grace);
    await closed;
    clearTimeout(timer);
}

// EXTERNAL MODULE: ./node_modules/prom-client/index.js
var prom_client = __webpack_require__(95222);
;// CONCATENATED MODULE: ./lib/server/metrics.js

function createMetrics() {
    const registry = new prom_client.Registry();
    const registers = [registry];
    (0,prom_client.collectDefaultMetrics)({ register: registry });
    return {
        registry,
        requests: new prom_client.Counter({
            name: 'sluice_http_requests_total',
            help: 'Requests answered.',
            labelNames: ['method', 'route', 'status'],
            registers,
        }),
        duration: new prom_client.Histogram({
            name: 'sluice_http_request_seconds',
            help: 'Time from request to answer.',
            labelNames: ['route'],
            buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
            registers,
        }),
        exchanges: new prom_client.Counter({
            name: 'sluice_exchanges_total',
            help: 'Token exchanges by result.',
            labelNames: ['result'],
            registers,
        }),
        refusals: new prom_client.Counter({
            name: 'sluice_refusals_total',
            help: 'Requests refused, by the check that failed.',
            labelNames: ['event', 'check'],
            registers,
        }),
        alerts: new prom_client.Counter({
            name: 'sluice_alerts_total',
            help: 'Events that a person should look at.',
            labelNames: ['check'],
            registers,
        }),
        grants: new prom_client.Gauge({ name: 'sluice_active_grants', help: 'Sessions that are running.', registers }),
        credentials: new prom_client.Counter({
            name: 'sluice_credentials_total',
            help: 'Upstream credentials made and ended.',
            labelNames: ['provider', 'result'],
            registers,
        }),
        reaped: new prom_client.Counter({
            name: 'sluice_reaped_total',
            help: 'Things that the reaper ended.',
            labelNames: ['what'],
            registers,
        }),
        notices: new prom_client.Counter({
            name: 'sluice_notices_total',
            help: 'Attempts to tell a receiver of a request.',
            labelNames: ['receiver', 'result'],
            registers,
        }),
        outbox: new prom_client.Gauge({ name: 'sluice_outbox', help: 'Notices that are not delivered yet.', registers }),
    };
}

;// CONCATENATED MODULE: ./lib/server/notify/github/ask.js
// A deployment that GitHub holds back is asked for like a session, once.






const PUBLIC_API = 'https://api.github.com';
/** The request's id, and whether it is new: GitHub may send an event again. */
async function askDeployment(services, asked, gate, entry) {
    const { store, clock, changes } = services;
    const { repository, environment, run, deployment } = asked;
    const subject = ask_sha256((0,json/* canonical */.$)({ repository: repository.id, environment, run, deployment }));
    const outcome = await store.transaction().execute(async (transaction) => {
        const known = await find(transaction, subject);
        if (known !== undefined)
            return { id: known, asked: false };
        const id = (0,external_node_crypto_.randomBytes)(16).toString('hex');
        const grant = (0,external_node_crypto_.randomBytes)(16).toString('hex');
        const now = clock();
        const request = ask_describe(services, asked, gate);
        const text = (0,json/* canonical */.$)(request);
        await transaction
            .insertInto('grants')
            .values(grantRow(grant, request, services.config.sha256, now))
            .execute();
        await addApproval(transaction, {
            id,
            kind: 'deployment',
            grant_id: grant,
            poll_hash: null,
            request: text,
            request_sha256: ask_sha256(text),
            subject_sha256: subject,
            approvers: JSON.stringify(gate.by),
            min: gate.min,
            created_at: now,
            expires_at: now + gate.timeout,
        });
        await tell(services, transaction, id, 'asked');
        await audit(transaction, now, 'ok', {
            ...entry,
            grant,
            issuer: DEPLOYMENTS,
            repository: repository.id,
            detail: `${environment}: ${id}`,
        });
        return { id, asked: true };
    });
    if (outcome.asked)
        changes.tell(outcome.id);
    return outcome;
}
async function find(store, subject) {
    const row = await store
        .selectFrom('approvals')
        .select('id')
        .where('subject_sha256', '=', subject)
        .where('kind', '=', 'deployment')
        .executeTakeFirst();
    return row?.id;
}
function ask_describe({ config }, asked, gate) {
    const { repository, environment, run, installation, sha, ref, event, actor, creator } = asked;
    const { id, owner, name } = repository;
    const api = config.server.github?.apiUrl ?? PUBLIC_API;
    const server = api === PUBLIC_API ? undefined : new URL(api).origin;
    return {
        issuer: DEPLOYMENTS,
        claims: {
            repository: `${owner}/${name}`,
            repository_id: id,
            environment,
            ref,
            sha,
            run_id: String(run),
            event_name: event,
            actor,
            ...(creator === undefined ? {} : { creator }),
            // Of an installation of its own: nothing there is linked to github.com.
            ...(server === undefined ? {} : { server_url: server }),
        },
        policy: config.sha256,
        rule: { environment: gate.environment, approvers: gate.by, min: gate.min },
        answer: { installation, repository: id, owner, name, run, environment },
    };
}
/** It carries who asks; it was never a session and never is one. */
function grantRow(id, { claims, rule, answer }, policy, now) {
    return {
        id,
        issuer: DEPLOYMENTS,
        repository: answer.repository,
        job: String(answer.run),
        rule: `GitHub environment ${rule.environment}`,
        policy_sha256: policy,
        targets: '[]',
        claims: JSON.stringify(claims),
        jkt: '',
        jwk: '{}',
        state: 'ended',
        created_at: now,
        ended_at: now,
        end_reason: 'deployment',
    };
}
function ask_sha256(text) {
    return (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex');
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(26921);
;// CONCATENATED MODULE: ./lib/server/notify/github/payload.js
// https://docs.github.com/webhooks/webhook-events-and-payloads#deployment_protection_rule

const id = schemas/* int */.Whr().positive();
const login = schemas/* object */.Ikc({ login: schemas/* string */.YjP().min(1).max(100) });
const requested = schemas/* object */.Ikc({
    environment: schemas/* string */.YjP().min(1).max(255),
    event: schemas/* string */.YjP().max(100).optional(),
    deployment_callback_url: schemas/* string */.YjP().max(2048),
    deployment: schemas/* object */.Ikc({
        id,
        sha: schemas/* string */.YjP().regex(/^[0-9a-f]{40,64}$/),
        ref: schemas/* string */.YjP().max(1024),
        creator: login.nullish(),
    }),
    repository: schemas/* object */.Ikc({ id, full_name: schemas/* string */.YjP().regex(/^[\w.-]{1,100}\/[\w.-]{1,100}$/) }),
    installation: schemas/* object */.Ikc({ id }),
    sender: login,
});
/** Undefined when it has not this form, or wants its answer anywhere but at `apiUrl` for this repository. */
function requestedFrom(json, apiUrl) {
    const parsed = requested.safeParse(json);
    if (!parsed.success)
        return undefined;
    const { repository, environment, event, deployment, installation, sender } = parsed.data;
    const base = `${apiUrl}/repos/${repository.full_name}/actions/runs/`;
    const callback = parsed.data.deployment_callback_url;
    if (callback.slice(0, base.length).toLowerCase() !== base.toLowerCase())
        return undefined;
    const [, run] = /^([1-9]\d{0,15})\/deployment_protection_rule$/.exec(callback.slice(base.length)) ?? [];
    const [owner = '', name = ''] = repository.full_name.split('/');
    if (run === undefined || [owner, name].some((part) => /^\.+$/.test(part)))
        return undefined;
    return {
        repository: { id: String(repository.id), owner, name },
        environment,
        run: Number(run),
        deployment: deployment.id,
        installation: installation.id,
        sha: deployment.sha,
        ref: deployment.ref,
        event: event ?? '',
        actor: sender.login,
        creator: deployment.creator?.login,
    };
}

;// CONCATENATED MODULE: ./lib/server/notify/github/webhook.js
// https://docs.github.com/actions/how-tos/deploy/configure-and-manage-deployments/create-custom-protection-rules







const webhook_MAX_BYTES = 1024 * 1024;
/** `POST /webhook`, for mounting at `/github`. */
function githubWebhook(services, github, secrets) {
    const app = new dist/* Hono */.$();
    app.use(noteErrors(services), limitBody(webhook_MAX_BYTES));
    app.use(async (c, next) => {
        c.var.entry.event = 'github';
        await next();
    });
    app.use(limitCalls(services));
    app.post('/webhook', async (c) => {
        const { entry } = c.var;
        const body = Buffer.from(await c.req.arrayBuffer());
        const secret = secrets(github.webhookSecret).reveal();
        if (!signatureHolds(secret, body, c.req.header('x-hub-signature-256') ?? ''))
            throw new OAuthError('access_denied', 'github-signature', 'the signature does not hold', {
                status: 403,
            });
        const json = webhook_parse(body);
        const event = c.req.header('x-github-event');
        if (event !== 'deployment_protection_rule' || json?.action !== 'requested')
            return c.json({ ignored: true }, event === 'ping' ? 200 : 202);
        const asked = requestedFrom(json, github.apiUrl);
        if (!asked)
            throw new OAuthError('invalid_request', 'github-payload', 'the event has another form');
        const gate = github.environments.find(({ repositoryId, environment }) => repositoryId === asked.repository.id && environment.toLowerCase() === asked.environment.toLowerCase());
        if (!gate) {
            // It goes on waiting at GitHub, where somebody may see it.
            Object.assign(entry, { check: 'github-environment', repository: asked.repository.id });
            return c.json({ ignored: true }, 202);
        }
        const { id } = await askDeployment(services, asked, gate, entry);
        return c.json({ approval: id }, 202);
    });
    return app;
}
/** Over the bytes as they came. */
function signatureHolds(secret, body, header) {
    const expected = Buffer.from(`sha256=${(0,external_node_crypto_.createHmac)('sha256', secret).update(body).digest('hex')}`);
    const given = Buffer.from(header);
    return given.length === expected.length && (0,external_node_crypto_.timingSafeEqual)(given, expected);
}
function webhook_parse(body) {
    try {
        const json = JSON.parse(body.toString('utf8'));
        return typeof json === 'object' && json !== null ? json : undefined;
    }
    catch {
        throw new OAuthError('invalid_request', 'github-payload', 'the body is not JSON');
    }
}

// EXTERNAL MODULE: ./node_modules/jose/dist/webapi/jwt/sign.js + 2 modules
var sign = __webpack_require__(37265);
;// CONCATENATED MODULE: ./lib/server/notify/post.js
// One attempt to deliver something. What is told of a failure never holds the address: it may be a secret.

const post_TIMEOUT_MS = 10_000;
const post_MOST_READ = 4096;
const LONGEST_WAIT_MS = 3600_000;
/** The receiver has read it and does not want it. */
const FOR_GOOD = [400, 413, 422];
async function post(fetch, { url, body, headers }) {
    if (!isDeliverable(url))
        return { result: 'retry', reason: 'its address is not https, nor on loopback' };
    const signal = AbortSignal.timeout(post_TIMEOUT_MS);
    try {
        const response = await fetch(url, {
            method: 'POST',
            body,
            headers: { 'content-type': 'application/json', 'user-agent': 'sluice', ...headers },
            redirect: 'manual',
            signal,
        });
        await readSome(response);
        return outcomeOf(response);
    }
    catch (error) {
        return { result: 'retry', reason: reasonOf(error) };
    }
}
function isDeliverable(url) {
    if (!URL.canParse(url))
        return false;
    const { protocol, hostname, username, password } = new URL(url);
    if (username || password)
        return false;
    return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
}
function outcomeOf({ ok, status, headers }) {
    if (ok)
        return { result: 'delivered' };
    if (status >= 300 && status < 400)
        return { result: 'retry', reason: `it redirects (${status})` };
    const reason = `it answers ${status}`;
    if (FOR_GOOD.includes(status))
        return { result: 'refused', reason };
    const seconds = Number(headers.get('retry-after'));
    if (!(seconds > 0))
        return { result: 'retry', reason };
    return { result: 'retry', reason, after: Math.min(seconds * 1000, LONGEST_WAIT_MS) };
}
/** So much that the connection can be used again, and no more. */
async function readSome({ body }) {
    if (!body)
        return;
    const reader = body.getReader();
    let left = post_MOST_READ;
    while (left > 0) {
        const { done, value } = await reader.read();
        if (done)
            return;
        left -= value.byteLength;
    }
    await reader.cancel();
}
/** A message of `fetch` may quote the address; its code does not. */
function reasonOf(error) {
    if (!(error instanceof Error))
        return 'it cannot be reached';
    if (error.name === 'TimeoutError')
        return `it does not answer within ${post_TIMEOUT_MS / 1000} s`;
    const { code } = (error.cause ?? error);
    return typeof code === 'string' && /^[A-Z0-9_]{1,50}$/.test(code)
        ? `it cannot be reached (${code})`
        : 'it cannot be reached';
}

;// CONCATENATED MODULE: ./lib/server/notify/presets/text.js
// What jobs have written, for chats: nothing in it may look like something else, mention somebody or move text around.
/** Control and format characters (also those that turn the direction of text) as `\u{…}`; lines stay. */
function text_visible(text) {
    return text
        .replaceAll('\r\n', '\n')
        .replace(/[^\P{Cc}\n]|\p{Cf}|[\u2028\u2029]/gu, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}
/** On one line. */
function text_line(text, most) {
    return cut(text_visible(text).replaceAll('\n', ' '), most);
}
function cut(text, most) {
    const whole = [...text];
    return whole.length > most ? `${whole.slice(0, most - 1).join('')}…` : text;
}

;// CONCATENATED MODULE: ./lib/server/notify/github/answer.js
// What was decided goes back to GitHub, as the app: https://docs.github.com/rest/actions/workflow-runs






const answer_TIMEOUT_MS = 10_000;
const TOKEN_S = 300;
function githubCarrier({ store, config }, github, { secrets, fetch, clock }) {
    return async ({ event }) => {
        const { approval: id } = JSON.parse(event);
        const approval = await findApproval(store, id);
        const state = approval && approvals_standing(approval, clock());
        if (!approval || (state !== 'approved' && state !== 'denied' && state !== 'expired'))
            return { result: 'refused', reason: 'there is nothing to answer' };
        const { answer } = JSON.parse(approval.request);
        const comment = commentOf(approval, await decisionsOn(store, id), `${config.server.url}/approvals/${id}`);
        const jwt = await appToken(github, privateKey(secrets(github.privateKey).reveal()), clock());
        return review({ jwt, apiUrl: github.apiUrl, fetch }, { ...answer, state: state === 'approved' ? 'approved' : 'rejected', comment });
    };
}
async function review({ jwt, apiUrl, fetch }, { installation, repository, owner, name, run, environment, state, comment }) {
    // Loaded when it is needed: it reads the environment of a job.
    const { getOctokit } = await Promise.all(/* import() */[__webpack_require__.e(119), __webpack_require__.e(413)]).then(__webpack_require__.bind(__webpack_require__, 92413));
    const signal = AbortSignal.timeout(answer_TIMEOUT_MS);
    const bounded = (input, init) => fetch(input, { ...init, redirect: 'error', signal });
    const options = { baseUrl: apiUrl, request: { fetch: bounded } };
    try {
        const { data } = await getOctokit(jwt, options).rest.apps.createInstallationAccessToken({
            installation_id: installation,
            repository_ids: [Number(repository)],
            permissions: { deployments: 'write' },
        });
        await getOctokit(data.token, options).rest.actions.reviewCustomGatesForRun({
            owner,
            repo: name,
            run_id: run,
            environment_name: environment,
            state,
            comment,
        });
        return { result: 'delivered' };
    }
    catch (error) {
        const status = error instanceof Error && 'status' in error ? Number(error.status) : 0;
        // The run does not wait any more. (500 is also what a request without any answer has.)
        if (status === 422)
            return { result: 'refused', reason: 'it answers 422' };
        if (status >= 400 && status !== 500)
            return { result: 'retry', reason: `it answers ${status}` };
        return { result: 'retry', reason: signal.aborted ? reasonOf(signal.reason) : reasonOf(error) };
    }
}
/** https://docs.github.com/apps/creating-github-apps/authenticating-with-a-github-app/generating-a-json-web-token-jwt-for-a-github-app */
function appToken({ appId }, key, now) {
    const seconds = Math.floor(now / 1000);
    return new sign/* SignJWT */.P()
        .setProtectedHeader({ alg: 'RS256', typ: 'JWT' })
        .setIssuer(appId)
        .setIssuedAt(seconds - 60)
        .setExpirationTime(seconds + TOKEN_S)
        .sign(key);
}
/** Of PKCS #1, as GitHub makes it, or PKCS #8. Throws `SluiceError` CREDENTIAL_FAILED. */
function privateKey(pem) {
    try {
        const key = (0,external_node_crypto_.createPrivateKey)(pem);
        if (key.asymmetricKeyType === 'rsa')
            return key;
    }
    catch {
        // Its message may quote the key.
    }
    throw new errors/* SluiceError */.ah('CREDENTIAL_FAILED', 'the GitHub App’s private key is not an RSA key in PEM', {
        hint: 'Name the file that GitHub gave when the key was made, as a whole',
    });
}
const answer_MOST_TEXT = 300;
/** Names and reasons are people's own words, and GitHub reads markdown. */
function commentOf(approval, decisions, uri) {
    const said = decisions.map(({ decision, name, reason }) => {
        const why = reason ? `: ${unmarked(reason)}` : '';
        return `${decision === 'approved' ? 'Approved' : 'Denied'} by ${unmarked(name)}${why}`;
    });
    const how = approval.state === 'waiting' ? [...said, 'Nobody answered in time'] : said;
    return `${cut(how.join('. '), 900)} (${uri})`;
}
function unmarked(text) {
    return text_line(text, answer_MOST_TEXT)
        .replace(/[\\`*_{}[\]()#+!|~<>&]/g, '\\$&')
        .replaceAll('@', '@\u200b');
}

// EXTERNAL MODULE: ./lib/policy/schema/values.js
var values = __webpack_require__(3680);
;// CONCATENATED MODULE: ./lib/server/notify/presets/json.js
/** The event itself: whoever shows it must escape it. */
const json_json = (notice) => notice;

;// CONCATENATED MODULE: ./lib/server/notify/presets/words.js

const WHAT = { access: 'A session', statement: 'A statement', deployment: 'A deployment' };
const HOW = {
    waiting: 'waits for approval',
    approved: 'was approved',
    denied: 'was denied',
    expired: 'was not answered in time',
    withdrawn: 'does not wait any more',
};
/** Our words only. */
function words_titleOf({ data }) {
    return `${WHAT[data.kind]} ${HOW[data.state]}`;
}
const waits = ({ data }) => data.state === 'waiting';
/** Names are ours, values a stranger's: each on one line, made visible and cut. */
function words_factsOf({ data }) {
    const facts = [
        ['Repository', data.ref ? `${data.repository} (${data.ref})` : data.repository],
        ['Target', data.targets.join(', ')],
        ['Environment', data.environment ?? ''],
        ['Commit', data.commit ?? ''],
        ['Started by', data.started_by.join(', ')],
        ['Access rule', data.access],
        ['Held by', data.rules.join(', ')],
        ['Approvers', data.min > 1 ? `${data.approvers.join(', ')} (${data.min})` : data.approvers.join(', ')],
        ['Decided by', data.decided_by.join(', ')],
        ['Until', data.state === 'waiting' ? data.expires_at : ''],
    ];
    return facts.filter(([, value]) => value !== '').map(([name, value]) => [name, text_line(value, words_MOST)]);
}
const words_MOST = 500;

;// CONCATENATED MODULE: ./lib/server/notify/presets/slack.js


/** Slack takes 3000 characters in a text. */
const slack_MOST_TEXT = 2900;
const MOST_FIELDS = 10;
function slack(notice) {
    const { statement, uri } = notice.data;
    const title = words_titleOf(notice);
    const facts = words_factsOf(notice);
    return {
        text: escaped(`${title}: ${notice.data.repository}`),
        unfurl_links: false,
        unfurl_media: false,
        blocks: [
            { type: 'header', text: slack_plain(title) },
            {
                type: 'section',
                fields: facts.slice(0, MOST_FIELDS).map(([name, value]) => slack_plain(`${name}\n${value}`)),
            },
            ...(statement === undefined ? [] : [{ type: 'section', text: code(statement) }]),
            {
                type: 'actions',
                elements: [
                    {
                        type: 'button',
                        text: slack_plain(waits(notice) ? 'Look and decide' : 'Look'),
                        url: uri,
                        ...(waits(notice) ? { style: 'primary' } : {}),
                    },
                ],
            },
        ],
    };
}
/** No markup, links or mentions are read in it. */
function slack_plain(text) {
    return { type: 'plain_text', text, emoji: false };
}
/** `verbatim`: names and addresses in it become no links or mentions. Backticks would end it. */
function code(text) {
    const safe = escaped(text).replaceAll('`', 'ˋ');
    return { type: 'mrkdwn', verbatim: true, text: `\`\`\`${shortened(safe)}\`\`\`` };
}
/** Escaping makes some texts longer, and neither `&lt;` nor a character of two parts is cut in two. */
function shortened(text) {
    if (text.length <= slack_MOST_TEXT)
        return text;
    return `${text.slice(0, slack_MOST_TEXT).replace(/(&[a-z]*|[\ud800-\udbff])$/, '')}…`;
}
/** https://docs.slack.dev/messaging/formatting-message-text#escaping; an @ is nothing any more. */
function escaped(text) {
    return text_visible(text)
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('@', '@\u200b');
}

;// CONCATENATED MODULE: ./lib/server/notify/presets/teams.js


/** Teams takes 28 KB, and a character may be four bytes. */
const teams_MOST_TEXT = 2500;
function teams(notice) {
    const { statement, uri } = notice.data;
    const facts = words_factsOf(notice).map(([name, value]) => rich(run(`${name}: `, { isSubtle: true }), run(value)));
    return {
        type: 'message',
        attachments: [
            {
                contentType: 'application/vnd.microsoft.card.adaptive',
                contentUrl: null,
                content: {
                    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
                    type: 'AdaptiveCard',
                    version: '1.4',
                    body: [
                        { type: 'TextBlock', text: words_titleOf(notice), weight: 'Bolder', size: 'Medium', wrap: true },
                        ...facts,
                        ...(statement === undefined
                            ? []
                            : [rich(run(cut(text_visible(statement), teams_MOST_TEXT), { fontType: 'Monospace' }))]),
                    ],
                    actions: [{ type: 'Action.OpenUrl', title: waits(notice) ? 'Look and decide' : 'Look', url: uri }],
                },
            },
        ],
    };
}
function rich(...inlines) {
    return { type: 'RichTextBlock', spacing: 'Small', inlines };
}
function run(text, more = {}) {
    return { type: 'TextRun', text, ...more };
}

;// CONCATENATED MODULE: ./lib/server/notify/presets/index.js



/** What is posted, by the preset's name in the policy file. */
const PRESETS = { json: json_json, slack: slack, teams: teams };

;// CONCATENATED MODULE: ./lib/server/notify/sign.js
// https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md


const LEAST_BYTES = 24;
/** The headers of one attempt; `at` is milliseconds since the epoch. */
function signatureHeaders(key, { id, body, at }) {
    const timestamp = String(Math.floor(at / 1000));
    const signature = (0,external_node_crypto_.createHmac)('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
    return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
}
/** `whsec_` and base64, or the text itself. Throws `SluiceError` CREDENTIAL_FAILED when it is too short. */
function signingSecret(secret) {
    const text = secret.reveal().trim();
    const [, encoded] = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(text) ?? [];
    if (text.startsWith('whsec_') && encoded === undefined)
        throw unusable('is not `whsec_` and base64', 'Copy the secret as a whole');
    const key = encoded === undefined ? Buffer.from(text) : Buffer.from(encoded, 'base64');
    if (key.length >= LEAST_BYTES)
        return key;
    throw unusable(`has fewer than ${LEAST_BYTES} bytes`, 'Make one: printf whsec_; head -c 32 /dev/urandom | base64');
}
function unusable(what, hint) {
    return new errors/* SluiceError */.ah('CREDENTIAL_FAILED', `the secret that signs notices ${what}`, { hint });
}

;// CONCATENATED MODULE: ./lib/server/notify/receivers.js
// Who is posted to, and how.





function carrierFor(receiver, { secrets, fetch, clock }) {
    return async ({ id, event }) => {
        const { url, key } = receivers_read(receiver, secrets);
        const notice = JSON.parse(event);
        const body = JSON.stringify(PRESETS[receiver.preset](receiver.statement ? notice : withoutText(notice)));
        const headers = key ? signatureHeaders(key, { id, body, at: clock() }) : {};
        return post(fetch, { url, body, headers });
    };
}
/** Read anew each time: a secret that was replaced counts at once. Throws `SluiceError` CREDENTIAL_FAILED. */
function receivers_read({ url, secret }, secrets) {
    return {
        url: values/* REFERENCE */.gu.test(url) ? secrets(url).reveal().trim() : url,
        key: secret === undefined ? undefined : signingSecret(secrets(secret)),
    };
}
/** A secret that is missing shows when the server starts. */
function warnOfReceivers(receivers, { secrets, log }) {
    for (const receiver of receivers)
        try {
            receivers_read(receiver, secrets);
        }
        catch (error) {
            log.error({ err: error, receiver: receiver.name }, 'a receiver of notices cannot be told');
        }
}

;// CONCATENATED MODULE: ./lib/server/notify/worker.js
// Delivers what stands in the outbox: at least once, in order for each lane, whatever happens in between.



const FIRST_WAIT_MS = 1000;
const worker_LONGEST_WAIT_MS = 3600_000;
const GIVE_UP_MS = 24 * 3600_000;
/** Longer than an attempt may take: after a crash somebody else takes the row over. */
const LEASE_MS = 30_000;
const worker_AT_ONCE = 8;
/** Time passes and other servers write as well. */
const worker_LOOK_AGAIN_MS = 1000;
function startWorker(services, options) {
    const busy = new Map();
    let wake = () => { };
    let woken = false;
    let over = false;
    const nudge = () => {
        woken = true;
        wake();
    };
    const leave = services.changes.watch(nudge);
    const pause = () => new Promise((resolve) => {
        const timer = setTimeout(resolve, worker_LOOK_AGAIN_MS);
        wake = () => {
            clearTimeout(timer);
            resolve();
        };
        if (woken || over)
            wake();
    });
    const round = async () => {
        woken = false;
        await tellExpired(services);
        await dropOld(services);
        const except = [...busy.keys()];
        const limit = worker_AT_ONCE - busy.size;
        if (limit === 0)
            return;
        for (const row of await dueNotices(services.store, services.clock(), { except, limit })) {
            if (over)
                return;
            const done = attempt(services, options, row).catch((error) => worker_report(services, error));
            busy.set(row.lane, done.then(() => {
                busy.delete(row.lane);
                nudge();
            }));
        }
    };
    const loop = (async () => {
        while (!over) {
            await round().catch((error) => worker_report(services, error));
            await pause();
        }
    })();
    return {
        async close() {
            over = true;
            leave();
            wake();
            await loop;
            await Promise.all(busy.values());
        },
    };
}
async function attempt(services, { carrier, random }, row) {
    const { store, clock } = services;
    if (!(await claimNotice(store, row, clock() + LEASE_MS)))
        return;
    const carry = carrier(row.lane);
    const outcome = carry
        ? await carry(row).catch((error) => unexpected(error))
        : { result: 'refused', reason: 'the policy file does not name it any more' };
    if (outcome.result === 'retry') {
        const wait = outcome.after ?? backoff(row.attempts, random);
        if (clock() + wait < row.created_at + GIVE_UP_MS) {
            await postponeNotice(store, row.seq, clock() + wait);
            return worker_note(services, row, outcome, wait);
        }
    }
    await endNotice(store, row.seq);
    worker_note(services, row, outcome, undefined);
}
/** 1 s, 2 s, 4 s … 1 h, less up to a half, so that receivers are not asked by all at once. */
function backoff(attempts, random) {
    const whole = Math.min(FIRST_WAIT_MS * 2 ** Math.min(attempts, 20), worker_LONGEST_WAIT_MS);
    return Math.round(whole * (1 - random() / 2));
}
/** Our own errors quote no secret; others might. */
function unexpected(error) {
    return { result: 'retry', reason: error instanceof errors/* SluiceError */.ah ? (0,errors/* describe */.q0)(error) : 'an unexpected error' };
}
function worker_note({ log, metrics }, row, outcome, wait) {
    const receiver = receiverOf(row.lane);
    const result = outcome.result === 'delivered' ? 'delivered' : wait === undefined ? 'given-up' : 'retried';
    metrics.notices.inc({ receiver, result });
    if (outcome.result === 'delivered')
        return;
    const told = { receiver, id: row.id, attempt: row.attempts + 1, reason: outcome.reason };
    if (wait !== undefined) {
        log.warn({ ...told, again_in_ms: wait }, 'a notice was not delivered');
        return;
    }
    metrics.alerts.inc({ check: 'notice-given-up' });
    log.error({ ...told, alert: 'notice-given-up' }, 'a notice is not delivered any more');
}
/** Behind a head that is tried again, others grow old, too. */
async function dropOld({ store, clock, log, metrics }) {
    const lanes = await dropNotices(store, clock() - GIVE_UP_MS);
    for (const lane of lanes)
        metrics.notices.inc({ receiver: receiverOf(lane), result: 'given-up' });
    if (lanes.length === 0)
        return;
    metrics.alerts.inc({ check: 'notice-given-up' }, lanes.length);
    log.error({ number: lanes.length, receivers: [...new Set(lanes.map(receiverOf))], alert: 'notice-given-up' }, 'notices were not delivered within a day');
}
/** `github:ID` has a lane for each request. */
const receiverOf = (lane) => lane.split(':')[0] ?? lane;
function worker_report({ log }, error) {
    log.error({ err: error }, 'notices cannot be delivered now');
}

;// CONCATENATED MODULE: ./lib/server/notify/index.js



/** Starts telling the receivers of the policy file. */
function startNotifier(services, { secrets, fetch, random }) {
    const { config, clock, log } = services;
    const means = { secrets, fetch, clock };
    const carriers = new Map(config.server.notify.map((receiver) => [receiver.name, carrierFor(receiver, means)]));
    const { notify, github } = config.server;
    const answers = github && githubCarrier(services, github, means);
    warnOfReceivers(notify, { secrets, log });
    if (github)
        warnOfApp(github, { secrets, log });
    const carrier = (lane) => (lane.startsWith('github:') ? answers : carriers.get(lane));
    return startWorker(services, { carrier, random });
}
/** A secret that is missing shows when the server starts. */
function warnOfApp(github, { secrets, log }) {
    try {
        secrets(github.webhookSecret);
        privateKey(secrets(github.privateKey).reveal());
    }
    catch (error) {
        log.error({ err: error }, 'the GitHub App cannot be used');
    }
}

// EXTERNAL MODULE: ./node_modules/openid-client/build/index.js
var build = __webpack_require__(58129);
;// CONCATENATED MODULE: ./lib/server/people/provider.js
// The sign-in provider: OpenID Connect, authorization code with PKCE. https://openid.net/specs/openid-connect-core-1_0.html

const TIMEOUT_S = 10;
const MAX_GROUPS = 1000;
function createProvider({ config, callback, secrets, fetch }) {
    let found;
    /** Asked for when somebody signs in, so that the server starts without its provider. */
    const configuration = () => {
        found ??= provider_discover({ config, secrets, fetch }).catch((error) => {
            found = undefined;
            throw error;
        });
        return found;
    };
    return {
        async begin() {
            const checks = { state: (0,build/* randomState */.Du)(), nonce: (0,build/* randomNonce */.Pv)(), verifier: (0,build/* randomPKCECodeVerifier */.Wm)() };
            const url = (0,build/* buildAuthorizationUrl */.Zw)(await configuration(), {
                redirect_uri: callback,
                scope: config.scopes.join(' '),
                state: checks.state,
                nonce: checks.nonce,
                code_challenge: await (0,build/* calculatePKCECodeChallenge */.Yv)(checks.verifier),
                code_challenge_method: 'S256',
            });
            return { url: url.href, checks };
        },
        async finish(returned, { state, nonce, verifier }) {
            const client = await configuration();
            const tokens = await (0,build/* authorizationCodeGrant */.vI)(client, returned, {
                expectedState: state,
                expectedNonce: nonce,
                pkceCodeVerifier: verifier,
                idTokenExpected: true,
            });
            const claims = tokens.claims();
            if (!claims)
                throw new TypeError('the provider gave no ID token');
            const more = client.serverMetadata().userinfo_endpoint
                ? await (0,build/* fetchUserInfo */.me)(client, tokens.access_token, claims.sub)
                : {};
            return provider_describe({ ...more, ...claims }, config);
        },
    };
}
async function provider_discover({ config, secrets, fetch, }) {
    const secret = config.clientSecret === undefined ? undefined : secrets(config.clientSecret).reveal();
    const plain = config.issuer.startsWith('http:');
    return (0,build/* discovery */.HD)(new URL(config.issuer), config.clientId, undefined, secret === undefined ? (0,build/* None */.NV)() : (0,build/* ClientSecretPost */.qm)(secret), {
        timeout: TIMEOUT_S,
        [build/* customFetch */.A6]: (url, options) => fetch(url, { ...options, body: options.body ?? null }),
        execute: plain ? [build/* allowInsecureRequests */.cm] : [],
    });
}
function provider_describe(claims, { issuer, claims: names }) {
    const text = (name) => {
        const value = claims[name];
        return typeof value === 'string' && value !== '' ? value.slice(0, 200) : undefined;
    };
    const { sub: subject } = claims;
    if (typeof subject !== 'string' || subject === '')
        throw new TypeError('the ID token has no sub');
    const logins = loginsOf(names.logins.map((name) => claims[name]));
    const groups = claims[names.groups];
    return {
        id: `${issuer}#${subject}`,
        name: (text(names.name) ?? logins[0] ?? subject).slice(0, 200).replace(/\p{Cc}/gu, ' '),
        groups: (Array.isArray(groups) ? groups : [groups])
            .filter((group) => typeof group === 'string')
            .slice(0, MAX_GROUPS),
        logins,
        local: false,
    };
}
const MOST_LOGINS = 100;
/** Some providers give lists. A claim that cannot be read might hold the one login that counts: then none is known. */
function loginsOf(values) {
    const logins = values.flat().filter((value) => value !== undefined && value !== null && value !== '');
    const read = logins.filter((value) => typeof value === 'string');
    return read.length === logins.length && read.length <= MOST_LOGINS ? read : [];
}

;// CONCATENATED MODULE: ./lib/server/store/retention.js

/** Lists of targets, as JSON, of sealed records that are kept. */
async function keptTargets(store) {
    const rows = await store
        .selectFrom('grants')
        .select('targets')
        .distinct()
        .where('sealed', '=', 1)
        .where('record_deleted_at', 'is', null)
        .where('ended_at', 'is not', null)
        .execute();
    return rows.map(({ targets }) => targets);
}
/** Sessions of exactly these targets whose sealed record is kept and that ended at or before `ended`; oldest first. */
async function expiredRecords(store, targets, ended, { limit, skip }) {
    return store
        .selectFrom('grants')
        .selectAll()
        .where('targets', '=', targets)
        .where('sealed', '=', 1)
        .where('record_deleted_at', 'is', null)
        .where('ended_at', '<=', ended)
        .orderBy('ended_at')
        .orderBy('id')
        .limit(limit)
        .offset(skip)
        .execute();
}
/** The texts of its statements are not found any more either. Call it in a transaction. */
async function noteRecordDeleted(store, grant, now) {
    await store.updateTable('grants').set({ record_deleted_at: now }).where('id', '=', grant).execute();
    await forgetTexts(store, grant);
}

;// CONCATENATED MODULE: ./lib/server/evidence/retention.js




const retention_AT_ONCE = 100;
/** Returns how many were deleted. A record that was deleted before a crash is noted by the next run. */
async function deleteOldRecords(services) {
    const { config, store, clock } = services;
    if (!Object.values(config.targets).some(({ retention }) => retention !== undefined))
        return 0;
    let deleted = 0;
    for (const targets of await keptTargets(store)) {
        const retention = longest(config.targets, targets);
        if (retention === undefined)
            continue;
        deleted += await deleteOf(services, targets, clock() - retention);
    }
    return deleted;
}
async function deleteOf(services, targets, ended) {
    const { store, clock, log, records } = services;
    let deleted = 0;
    let failed = 0;
    for (;;) {
        const expired = await expiredRecords(store, targets, ended, { limit: retention_AT_ONCE, skip: failed });
        for (const grant of expired)
            try {
                await records.forget(grant.id);
                await store.transaction().execute((transaction) => retention_note(transaction, grant, clock()));
                deleted++;
            }
            catch (error) {
                failed++;
                log.error({ err: error, grant: grant.id }, 'a record whose time is over could not be deleted');
            }
        if (expired.length < retention_AT_ONCE)
            return deleted;
    }
}
async function retention_note(store, grant, now) {
    await noteRecordDeleted(store, grant.id, now);
    for (const { id, request } of await statementsOf(store, grant.id))
        await replaceRequest(store, id, JSON.stringify(emptied(JSON.parse(request))));
    await audit(store, now, 'ok', {
        event: 'retention',
        correlationId: 'reaper',
        grant: grant.id,
        issuer: grant.issuer,
        repository: grant.repository,
        detail: `the record of ${targetsOf(grant).join(', ')} was deleted`,
    });
}
/** Of a statement that was held: who asked, which rules held it and its digests stay, and nothing that it says. */
function emptied({ statement, ...request }) {
    const { target, conn, statement: number, sha256, findings, parameters } = statement;
    const { state, age, statements } = statement.transaction;
    return {
        ...request,
        statement: {
            target,
            conn,
            statement: number,
            sha256,
            text: '(deleted with the record of its session)',
            redacted: true,
            ...(parameters ? { parameters: { sha256: parameters.sha256, values: [] } } : {}),
            findings: findings.map(({ rule, verdict }) => ({ rule, verdict, reason: '', hint: '' })),
            effects: [],
            relations: [],
            hints: [],
            transaction: { state, age, statements, locks: [] },
        },
    };
}
/** Undefined when one of the targets keeps its records for good, or is in no policy file any more. */
function longest(config, targets) {
    const names = JSON.parse(targets);
    const all = names.map((name) => config[name]?.retention);
    return all.includes(undefined) || all.length === 0 ? undefined : Math.max(...all);
}

;// CONCATENATED MODULE: ./lib/server/reaper.js









const EVERY_MS = 60_000;
/** So long after its end a token still revokes its session, and is known in the audit log. */
const KEEP_TOKENS_MS = 7 * 24 * 3600_000;
/** Runs now and every minute: what ended without anybody saying so is ended properly. */
function startReaper(services) {
    let running;
    const run = () => {
        running ??= reap(services).finally(() => {
            running = undefined;
        });
    };
    run();
    const timer = setInterval(run, EVERY_MS);
    timer.unref();
    return {
        async stop() {
            clearInterval(timer);
            await running;
        },
    };
}
/** One run. Errors are logged: the next run tries again. */
async function reap(services) {
    const { config, store, clock, log, metrics, credentials } = services;
    const count = (what, number) => {
        if (number > 0)
            log.info({ what, number }, 'reaped');
        metrics.reaped.inc({ what }, number);
    };
    try {
        const dead = await deadRequests(store, clock());
        for (const grant of dead)
            await endGrant(store, grant, clock(), 'abandoned');
        // The record is left open for the grace, in which the session may still deliver it.
        const overdue = await endOverdue(store, clock());
        await credentials.endLeftovers();
        for (const grant of await unsealedGrants(store, clock() - RECORD_GRACE_MS))
            await sealRecord(services, grant);
        count('requests', dead.length);
        count('grants', overdue);
        count('credentials', await credentials.reap());
        await forget(store, clock());
        await forgetAudit(store, clock() - config.server.keepAudit);
        await forgetTokens(store, clock() - KEEP_TOKENS_MS);
        await forgetLogins(store, clock());
        count('records', await deleteOldRecords(services));
    }
    catch (error) {
        log.error({ err: error }, 'the reaper failed');
    }
}

;// CONCATENATED MODULE: ./lib/server/sessions/catalogue.js
// Reads what was kept and notes what people search for: behind the receipt, so that no session waits for it.






/** Read at once: a few chunks. */
const catalogue_PIECE = 256 * 1024;
function createCatalogue({ store, reader, startedBy, log }) {
    const changes = createChanges();
    const due = new Set();
    let running;
    const sessionOf = (grant) => {
        const claims = claimsOf(grant);
        return {
            id: grant.id,
            startedAt: grant.issued_at ?? grant.created_at,
            repository: claims.repository ?? claims.project_path ?? grant.repository,
            actor: startedBy(grant).join(', '),
            targets: JSON.parse(grant.targets),
        };
    };
    const add = (grants) => store.transaction().execute(async (transaction) => {
        for (const grant of grants)
            await addSession(transaction, sessionOf(grant));
    });
    const rowOf = async (id) => {
        const known = await findSession(store, id);
        if (known)
            return known;
        const grant = await findGrant(store, id);
        if (grant?.issued_at == null)
            return undefined;
        await add([grant]);
        return findSession(store, id);
    };
    const catchUp = async (id) => {
        let row = await rowOf(id);
        const kept = row && (await reader.standing(id));
        while (row && kept && row.bytes < kept.sizes.session) {
            const lines = await catalogue_piece(reader, row, kept.sizes.session);
            const facts = factsOf(lines);
            const at = row;
            await store.transaction().execute((transaction) => notePiece(transaction, at, lines.length, facts));
            await (0,promises_.setImmediate)();
            row = await findSession(store, id);
        }
        if (row && row.reason === null && kept?.seal)
            await noteReason(store, id, kept.seal.reason);
        changes.tell(id);
    };
    const run = async () => {
        // The receipt goes first.
        await (0,promises_.setImmediate)();
        for (const id of due) {
            due.delete(id);
            try {
                await catchUp(id);
            }
            catch (error) {
                log.error({ err: error, session: id }, 'a session cannot be searched: its record was not read');
            }
        }
    };
    const wake = () => {
        if (changes.over.aborted)
            return;
        running ??= run().finally(() => {
            running = undefined;
            if (due.size > 0)
                wake();
        });
    };
    const list = async (since) => {
        for (let found = await unlistedGrants(store, since); found.length > 0;) {
            await add(found);
            found = await unlistedGrants(store, since);
        }
    };
    return {
        note(session) {
            due.add(session);
            wake();
        },
        list,
        async start() {
            await list(0);
            for (const id of await openSessions(store))
                due.add(id);
            wake();
        },
        async settled() {
            while (running)
                await running;
        },
        changes,
        async close() {
            changes.close();
            due.clear();
            await running;
        },
    };
}
/** Whole lines that follow what was read. */
async function catalogue_piece(reader, { id, bytes }, end) {
    for (const length of [catalogue_PIECE, chain/* MAX_LINE_BYTES */.Oc]) {
        const read = await reader.bytes(id, 'session', bytes, Math.min(bytes + length, end));
        const lines = read.subarray(0, read.lastIndexOf(10) + 1);
        if (lines.length > 0)
            return lines;
    }
    throw new Error('the record has a line that no chunk could hold');
}

// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(51455);
;// CONCATENATED MODULE: ./lib/server/sessions/disk.js
// Durable writes: what resolved survives a power failure.


/** Appends and syncs. What was written of it before an error is taken back. */
async function append(file, data, at) {
    try {
        for (let done = 0; done < data.length;) {
            const { bytesWritten } = await file.write(data, done, data.length - done, at + done);
            done += bytesWritten;
        }
        await file.datasync();
    }
    catch (error) {
        await file.truncate(at).catch(() => { });
        throw error;
    }
}
/** Replaces a file as a whole. */
async function replace(path, text) {
    const fresh = `${path}.new`;
    const file = await (0,external_node_fs_promises_.open)(fresh, 'w', 0o600);
    try {
        await file.writeFile(text);
        await file.sync();
    }
    finally {
        await file.close();
    }
    await (0,external_node_fs_promises_.rename)(fresh, path);
    await syncDirectory((0,external_node_path_.dirname)(path));
}
/** Makes new names in a directory durable. Windows has no such thing and needs none. */
async function syncDirectory(path) {
    if (process.platform === 'win32')
        return;
    const dir = await (0,external_node_fs_promises_.open)(path, 'r');
    try {
        await dir.sync();
    }
    finally {
        await dir.close();
    }
}
/** Reads a byte range in pieces, so that a record of any size passes through little memory. */
async function* disk_read(file, from, to) {
    const piece = Buffer.allocUnsafe(256 * 1024);
    for (let at = from; at < to;) {
        const { bytesRead } = await file.read(piece, 0, Math.min(piece.length, to - at), at);
        if (bytesRead === 0)
            throw new Error('a record file is shorter than its chunks say');
        yield piece.subarray(0, bytesRead);
        at += bytesRead;
    }
}

;// CONCATENATED MODULE: ./lib/server/sessions/record.js
// One session's record on the server's disk: how it stands, and how it is read after a crash.








/** Opens or creates. What a crash tore off is cut; a receipt given for something that is gone is an error. */
async function openRecord(dir, sid) {
    if (await (0,external_node_fs_promises_.mkdir)(dir, { recursive: true, mode: 0o700 }))
        await syncDirectory((0,external_node_path_.dirname)(dir));
    const handles = [];
    try {
        for (const name of [journal/* FILES */.c.session, journal/* FILES */.c.chunks, journal/* FILES */.c.receipts])
            handles.push(await openOrCreate((0,external_node_path_.join)(dir, name)));
        await syncDirectory(dir);
        const [session, chunks, receipts] = handles;
        const stored = await loadChunks(session, chunks, sid);
        const given = await loadReceipts(receipts);
        if (given.lines.length > stored.lines.length)
            throw damaged(dir);
        await record_cut(session, stored.bytes);
        await record_cut(chunks, stored.size);
        await record_cut(receipts, given.size);
        return {
            dir,
            session,
            chunks,
            receipts,
            chunksSize: stored.size,
            receiptsSize: given.size,
            n: stored.lines.length,
            bytes: stored.bytes,
            head: stored.head,
            key: stored.lines[0]?.key,
            receipted: given.lines.length,
            seal: await loadSeal(dir),
        };
    }
    catch (error) {
        for (const handle of handles)
            await handle.close();
        throw error;
    }
}
async function closeRecord(record) {
    for (const handle of [record.session, record.chunks, record.receipts])
        await handle.close();
}
/** Deletes what a record holds; its seal stays. Receipts go first: one for a chunk that is gone would be an error. */
async function emptyRecord({ receipts, chunks, session }) {
    for (const file of [receipts, chunks, session]) {
        await file.truncate(0);
        await file.sync();
    }
}
/** The stored line of a chunk, and of its receipt when that was written. */
async function storedLines(record, seq) {
    const chunk = (await lines(record.chunks, shapes/* isChunkLine */.Ud)).lines[seq];
    if (!chunk)
        throw damaged(record.dir);
    return { chunk, receipt: (await lines(record.receipts, shapes/* isReceiptLine */.nT)).lines[seq] };
}
/** SHA-256 of bytes `[from, to)` of `session.jsonl`, read back from the disk. */
async function digest(session, from, to) {
    const sha256 = (0,external_node_crypto_.createHash)('sha256');
    for await (const piece of disk_read(session, from, to))
        sha256.update(piece);
    return sha256.digest('hex');
}
async function loadSeal(dir) {
    const text = await (0,external_node_fs_promises_.readFile)((0,external_node_path_.join)(dir, journal/* FILES */.c.seal), 'utf8').catch((error) => {
        if (error.code === 'ENOENT')
            return undefined;
        throw error;
    });
    if (text === undefined)
        return undefined;
    const seal = record_parse(text);
    if (!(0,shapes/* isSealFile */.cW)(seal))
        throw damaged(dir);
    return seal;
}
/** Creates without emptying; not for appending, because appends to a torn end must go to a position. */
async function openOrCreate(path) {
    await (await (0,external_node_fs_promises_.open)(path, 'a', 0o600)).close();
    return (0,external_node_fs_promises_.open)(path, 'r+');
}
async function record_cut(file, size) {
    if ((await file.stat()).size > size)
        await file.truncate(size);
}
/** Chunks that hang together and whose bytes are there. Only the last can be torn: each is synced before the next. */
async function loadChunks(session, file, sid) {
    const found = await lines(file, shapes/* isChunkLine */.Ud);
    const heads = [(0,chain/* genesis */.T9)(sid)];
    const ends = [0];
    for (const [seq, { header }] of found.lines.entries()) {
        if (header.sid !== sid || header.seq !== seq || header.off !== ends[seq] || header.prev !== heads[seq])
            break;
        heads.push((0,chain/* headAfter */.Xy)(header));
        ends.push(header.off + header.len);
    }
    const size = (await session.stat()).size;
    let n = heads.length - 1;
    for (; n > 0; n--) {
        const { off, len, sha256 } = found.lines[n - 1].header;
        if (off + len <= size && (await digest(session, off, off + len)) === sha256)
            break;
    }
    return { lines: found.lines.slice(0, n), size: found.ends[n], bytes: ends[n], head: heads[n] };
}
async function loadReceipts(file) {
    const { lines: all, ends } = await lines(file, shapes/* isReceiptLine */.nT);
    return { lines: all, size: ends.at(-1) };
}
/** Complete, well-formed lines and where they end (`ends[i]` is before line `i`), up to the first that is not. */
async function lines(file, is) {
    const { size } = await file.stat();
    const pieces = [];
    for await (const piece of disk_read(file, 0, size))
        pieces.push(Buffer.from(piece));
    const bytes = Buffer.concat(pieces);
    const result = [];
    const ends = [0];
    for (let start = 0, end = bytes.indexOf(10); end !== -1; start = end + 1, end = bytes.indexOf(10, start)) {
        const value = record_parse(bytes.toString('utf8', start, end));
        if (!is(value))
            break;
        result.push(value);
        ends.push(end + 1);
    }
    return { lines: result, ends };
}
function record_parse(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function damaged(dir) {
    return new errors/* SluiceError */.ah('STORE_FAILED', `the session record in ${dir} has lost chunks that were acknowledged`, {
        hint: 'Restore the directory from a backup and run `sluice verify` on it; the disk may be failing',
    });
}

;// CONCATENATED MODULE: ./lib/server/sessions/store.js
/** A chunk or seal that does not continue the record. */
class NotNext extends Error {
    next;
    off;
    sealed;
    constructor(message, at) {
        super(message);
        this.name = 'NotNext';
        this.next = at.next;
        this.off = at.off;
        this.sealed = at.sealed;
    }
}
/** The record has reached the size that the server keeps. */
class TooLarge extends Error {
    constructor(bytes) {
        super(`a record has at most ${bytes} bytes`);
        this.name = 'TooLarge';
    }
}

;// CONCATENATED MODULE: ./lib/server/sessions/directory.js
// Session records as files: `<data>/sessions/<id>/{session,chunks,receipts}.jsonl` and `seal.json`.









/** A day of one a second, twice. Opening a record reads all their headers into memory. */
const MOST_CHUNKS = 200_000;
/** Records whose files stay open between chunks. */
const KEPT_OPEN = 200;
/** Opens the store and completes what a crash left: seals that are not in the log yet. */
async function openRecordDirectory(options) {
    const { dir, log } = options;
    await (0,external_node_fs_promises_.mkdir)(dir, { recursive: true, mode: 0o700 });
    for (const sid of await (0,external_node_fs_promises_.readdir)(dir)) {
        if (!(0,shapes/* isSessionId */.Sd)(sid) || log.has(sid))
            continue;
        const seal = await loadSeal((0,external_node_path_.join)(dir, sid));
        if (seal)
            await log.add(sid, (0,json/* canonical */.$)(seal));
    }
    return new RecordDirectory(options);
}
class RecordDirectory {
    #options;
    /** By use, the latest last. This process is the directory's only writer: the server's store is locked. */
    #open = new Map();
    #turns = new Map();
    constructor(options) {
        this.#options = options;
    }
    append(chunk) {
        return this.#inTurn(chunk.header.sid, async (record) => {
            const { header } = chunk;
            if (header.seq < record.n)
                return this.#again(record, chunk);
            if (record.seal)
                throw notNext(record, 'the record is sealed');
            if (header.seq !== record.n || header.off !== record.bytes || header.prev !== record.head)
                throw notNext(record, 'the chunk does not continue the record');
            if (record.key !== undefined && record.key !== chunk.key)
                throw notNext(record, 'the record has another key');
            const { maxBytes } = this.#options;
            // Chunk headers count too: a record of tiny chunks is mostly headers.
            const kept = record.bytes + record.chunksSize + record.receiptsSize;
            if (kept + header.len > maxBytes || record.n >= MOST_CHUNKS)
                throw new TooLarge(maxBytes);
            const line = Buffer.from(`${(0,chain/* chunkLine */.kr)(header, chunk.key, chunk.signature, chunk.body)}\n`);
            await both(append(record.session, chunk.body, record.bytes), append(record.chunks, line, record.chunksSize)).catch(async (error) => {
                // The one that was written must not stand behind a seal that comes before it is sent again.
                await Promise.allSettled([
                    record.session.truncate(record.bytes),
                    record.chunks.truncate(record.chunksSize),
                ]);
                throw error;
            });
            record.n++;
            record.bytes += header.len;
            record.head = (0,chain/* headAfter */.Xy)(header);
            record.chunksSize += line.length;
            record.key = chunk.key;
            return this.#receipt(record, header.sid, header.seq, record.head);
        });
    }
    seal(signed, key) {
        return this.#inTurn(signed.seal.sid, async (record) => {
            const { seal, signature } = signed;
            const stored = record.seal;
            if (stored) {
                if (stored.signature !== signature || (0,json/* canonical */.$)(stored.seal) !== (0,json/* canonical */.$)(seal))
                    throw notNext(record, 'the record is sealed');
                await this.#close(record, stored);
                return { ...signed, receipt: stored.receipt, countersignature: stored.countersignature };
            }
            const { n, bytes, head } = record;
            if (seal.n !== n || seal.bytes !== bytes || seal.head !== head)
                throw notNext(record, 'the seal is not of what is kept');
            if (record.key !== undefined && record.key !== key)
                throw notNext(record, 'the record has another key');
            if (seal.sha256 !== (await digest(record.session, 0, bytes)))
                throw notNext(record, 'the seal’s digest is of other bytes');
            const countersigned = this.#countersign(seal, key);
            await this.#close(record, { ...this.#sealFile(seal, key), signature, ...countersigned });
            return { ...signed, ...countersigned };
        });
    }
    abandon(session) {
        return this.#inTurn(session, async (record) => {
            const { n, bytes, head, key } = record;
            if (!record.seal) {
                const sha256 = await digest(record.session, 0, bytes);
                const seal = { sid: session, n, bytes, head, sha256, reason: 'abandoned' };
                await this.#close(record, { ...this.#sealFile(seal, key), ...this.#countersign(seal, key) });
            }
            else
                await this.#close(record, record.seal);
            return { sealed: true, reason: record.seal?.seal.reason ?? 'abandoned' };
        });
    }
    forget(session) {
        return this.#inTurn(session, async (record) => {
            if (!record.seal)
                throw notNext(record, 'the record is not sealed');
            this.#open.delete(session);
            await emptyRecord(record).finally(() => closeRecord(record));
        });
    }
    async standing(session) {
        const dir = this.#path(session);
        if (!(await (0,external_node_fs_promises_.stat)(dir).catch(() => undefined)))
            return undefined;
        return this.#inTurn(session, async (record) => standing(record));
    }
    async close() {
        while (this.#turns.size > 0)
            await Promise.allSettled(this.#turns.values());
        for (const record of this.#open.values())
            await closeRecord(record);
        this.#open.clear();
    }
    /** Everything about one session happens one after the other. */
    #inTurn(sid, act) {
        const before = this.#turns.get(sid) ?? Promise.resolve();
        const turn = before.then(async () => act(await this.#record(sid)));
        const settled = turn.then(() => { }, () => { });
        this.#turns.set(sid, settled);
        void settled.then(() => {
            if (this.#turns.get(sid) === settled)
                this.#turns.delete(sid);
        });
        return turn;
    }
    async #record(sid) {
        const known = this.#open.get(sid);
        this.#open.delete(sid);
        const record = known ?? (await openRecord(this.#path(sid), sid));
        this.#open.set(sid, record);
        for (const [other, idle] of this.#open) {
            if (this.#open.size <= KEPT_OPEN)
                break;
            if (this.#turns.has(other))
                continue;
            this.#open.delete(other);
            await closeRecord(idle);
        }
        return record;
    }
    #path(sid) {
        if (!(0,shapes/* isSessionId */.Sd)(sid))
            throw new TypeError('not a session id');
        return (0,external_node_path_.join)(this.#options.dir, sid);
    }
    /** A repeated chunk: its receipt once more, unless it is another chunk with the same number. */
    async #again(record, { header, signature }) {
        const { chunk, receipt } = await storedLines(record, header.seq);
        if ((0,json/* canonical */.$)(chunk.header) !== (0,json/* canonical */.$)(header) || chunk.signature !== signature)
            throw notNext(record, 'another chunk with this number is kept');
        if (receipt)
            return { receipt: receipt.receipt, signature: receipt.signature };
        return this.#receipt(record, header.sid, header.seq, (0,chain/* headAfter */.Xy)(header));
    }
    async #receipt(record, sid, seq, head) {
        const receipt = { sid, seq, head, t: this.#now() };
        const { key, x } = this.#options.key;
        const signature = (0,chain/* signAs */.iU)('receipt', receipt, key);
        if (seq === record.receipted) {
            const line = Buffer.from(`${(0,chain/* receiptLine */.tm)(receipt, x, signature)}\n`);
            await append(record.receipts, line, record.receiptsSize);
            record.receiptsSize += line.length;
            record.receipted++;
        }
        return { receipt, signature };
    }
    #countersign(seal, key) {
        const receipt = {
            sid: seal.sid,
            seal: (0,chain/* sealHash */.gN)(seal),
            t: this.#now(),
            ...(key === undefined ? {} : { key }),
        };
        return { receipt, countersignature: (0,chain/* signAs */.iU)('sealed', receipt, this.#options.key.key) };
    }
    #sealFile(seal, key) {
        return {
            v: 1,
            kept: 'server',
            seal,
            server_key: this.#options.key.x,
            ...(key === undefined ? {} : { key }),
        };
    }
    /** Writes the seal when it is new, and sees that the log has it. */
    async #close(record, seal) {
        const text = (0,json/* canonical */.$)(seal);
        const { sid, n, head } = seal.seal;
        if (record.receipted < n)
            await this.#receipt(record, sid, n - 1, head);
        if (!record.seal)
            await replace((0,external_node_path_.join)(record.dir, journal/* FILES */.c.seal), `${text}\n`);
        record.seal = seal;
        await this.#options.log.add(sid, text);
    }
    #now() {
        return new Date(this.#options.clock()).toISOString();
    }
}
function standing({ n, bytes, head, seal, chunksSize, receiptsSize }) {
    const sizes = { session: bytes, chunks: chunksSize, receipts: receiptsSize };
    return { chunks: n, bytes, head, sizes, ...(seal ? { seal: seal.seal } : {}) };
}
function notNext({ n, bytes, seal }, message) {
    return new NotNext(message, { next: n, off: bytes, sealed: seal !== undefined });
}
/** Waits for both, then throws the first error: neither may still be writing when the record is used again. */
async function both(one, other) {
    for (const result of await Promise.allSettled([one, other]))
        if (result.status === 'rejected')
            throw result.reason;
}

;// CONCATENATED MODULE: ./lib/server/sessions/log.js
// The log of all seals: an RFC 6962 Merkle tree, so that no sealed record can be taken away or replaced unnoticed.
// https://www.rfc-editor.org/rfc/rfc6962#section-2.1, checkpoint: https://c2sp.org/tlog-checkpoint






/** Files `leaves.jsonl` and `checkpoint` in `dir`. `origin` names the log, e.g. `sluice.example.org/records`. */
async function openSealLog(dir, origin, key) {
    await (0,external_node_fs_promises_.mkdir)(dir, { recursive: true, mode: 0o700 });
    const path = (0,external_node_path_.join)(dir, 'leaves.jsonl');
    const file = await (0,external_node_fs_promises_.open)(path, 'a+', 0o600).then(async (created) => {
        await created.close();
        return (0,external_node_fs_promises_.open)(path, 'r+');
    });
    const tree = createTree();
    const sessions = new Set();
    let size = await log_load(file, path, (session, leaf) => {
        tree.push(leaf);
        sessions.add(session);
    });
    let last = Promise.resolve();
    const checkpoint = () => signedNote(`${origin}\n${tree.size()}\n${tree.root().toString('base64')}\n`, origin, key);
    const add = async (session, seal) => {
        if (sessions.has(session))
            return;
        const leaf = leafHash(seal);
        const line = Buffer.from(`${(0,json/* canonical */.$)({ leaf: leaf.toString('hex'), sid: session })}\n`);
        await append(file, line, size);
        size += line.length;
        sessions.add(session);
        tree.push(leaf);
        await replace((0,external_node_path_.join)(dir, 'checkpoint'), checkpoint());
    };
    return {
        has: (session) => sessions.has(session),
        add(session, seal) {
            const added = last.then(() => add(session, seal));
            last = added.catch(() => { });
            return added;
        },
        checkpoint,
        async close() {
            await last;
            await file.close();
        },
    };
}
function leafHash(seal) {
    return (0,external_node_crypto_.hash)('sha256', Buffer.concat([Buffer.of(0), Buffer.from(seal)]), 'buffer');
}
/** The tree's right edge: the roots of its full subtrees, largest first. */
function createTree() {
    const edge = [];
    const join = (left, right) => (0,external_node_crypto_.hash)('sha256', Buffer.concat([Buffer.of(1), left, right]), 'buffer');
    return {
        push(leaf) {
            let node = { size: 1, root: leaf };
            for (let left = edge.at(-1); left?.size === node.size; left = edge.at(-1)) {
                edge.pop();
                node = { size: node.size * 2, root: join(left.root, node.root) };
            }
            edge.push(node);
        },
        size: () => edge.reduce((sum, { size }) => sum + size, 0),
        root() {
            const last = edge.at(-1);
            if (!last)
                return (0,external_node_crypto_.hash)('sha256', Buffer.alloc(0), 'buffer');
            return edge.slice(0, -1).reduceRight((right, { root }) => join(root, right), last.root);
        },
    };
}
/** https://c2sp.org/signed-note */
function signedNote(text, name, { key, x }) {
    const id = (0,external_node_crypto_.hash)('sha256', Buffer.concat([Buffer.from(`${name}\n\x01`), Buffer.from(x, 'base64url')]), 'buffer');
    const signature = Buffer.concat([id.subarray(0, 4), (0,external_node_crypto_.sign)(null, Buffer.from(text), key)]);
    return `${text}\n— ${name} ${signature.toString('base64')}\n`;
}
/** Reads the leaves; a last line that a crash tore is cut off. Returns the file's size. */
async function log_load(file, path, each) {
    const text = await (0,external_node_fs_promises_.readFile)(path, 'utf8');
    const end = text.lastIndexOf('\n') + 1;
    for (const line of text.slice(0, end).split('\n').slice(0, -1)) {
        const [, leaf, session] = /^\{"leaf":"([0-9a-f]{64})","sid":"([\w-]+)"\}$/.exec(line) ?? [];
        if (!leaf || !session)
            throw new errors/* SluiceError */.ah('STORE_FAILED', `the log of seals ${path} is damaged`, {
                hint: 'Restore it from a backup: its checkpoints bind the server',
            });
        each(session, Buffer.from(leaf, 'hex'));
    }
    if (end < text.length)
        await file.truncate(end);
    return end;
}

;// CONCATENATED MODULE: ./lib/server/sessions/reader.js
// Records as people read them, while others write: never further than what is on the disk for good.





function createReader(directory, standing) {
    const using = async function* (session, file, act) {
        if (!(0,shapes/* isSessionId */.Sd)(session))
            throw new TypeError('not a session id');
        const handle = await (0,external_node_fs_promises_.open)((0,external_node_path_.join)(directory, session, journal/* FILES */.c[file]), 'r');
        try {
            yield* act(handle);
        }
        finally {
            await handle.close();
        }
    };
    const pieces = async function* (session, file, from, to) {
        if (to <= from)
            return;
        for await (const piece of using(session, file, (handle) => disk_read(handle, from, to)))
            yield Buffer.from(piece);
    };
    return {
        standing: async (session) => ((0,shapes/* isSessionId */.Sd)(session) ? standing(session) : undefined),
        pieces,
        lines: (session, from, to) => linesIn(pieces(session, 'session', from, to)),
        async bytes(session, file, from, to) {
            const read = [];
            for await (const piece of pieces(session, file, from, to))
                read.push(piece);
            return read.length === 1 ? read[0] : Buffer.concat(read);
        },
        size: async (session, file) => {
            if (!(0,shapes/* isSessionId */.Sd)(session))
                throw new TypeError('not a session id');
            const handle = await (0,external_node_fs_promises_.open)((0,external_node_path_.join)(directory, session, journal/* FILES */.c[file]), 'r');
            const { size } = await handle.stat().finally(() => handle.close());
            return size;
        },
    };
}
async function* linesIn(pieces) {
    const rest = [];
    for await (const piece of pieces) {
        let start = 0;
        for (let end = piece.indexOf(10); end !== -1; start = end + 1, end = piece.indexOf(10, start)) {
            const line = piece.subarray(start, end);
            yield rest.length === 0 ? line : Buffer.concat([...rest.splice(0), line]);
        }
        if (start < piece.length)
            rest.push(piece.subarray(start));
    }
}

;// CONCATENATED MODULE: ./lib/server/sessions/routes.js




/** A request that is answered with an error. */
class routes_Refusal extends Error {
    status;
    code;
    constructor(status, code, message) {
        super(message);
        this.status = status;
        this.code = code;
    }
}
/** Each line takes 4 bytes of marks: a chunk of empty lines would be kept as five times as much. An event has far more. */
const MIN_LINE_BYTES = 8;
/** `POST /{id}/chunks` and `POST /{id}/seal`, for mounting at `/v1/sessions`. */
function routes_sessions(options) {
    const { store } = options;
    const app = new dist/* Hono */.$();
    app.post('/:id/chunks', (c) => routes_answer(c, options, async () => {
        const { body, session, key, x } = await routes_open(c, options);
        const { header, signature } = body;
        if (!(0,shapes/* isChunkHeader */.fQ)(header) || typeof signature !== 'string' || typeof body.body !== 'string')
            throw routes_invalid('a chunk is {header: {sid, seq, off, len, sha256, prev}, signature, body}');
        const lines = Buffer.from(body.body);
        if (lines.length > chain/* MAX_LINE_BYTES */.Oc)
            throw new routes_Refusal(413, 'too_large', `a chunk has at most ${chain/* MAX_LINE_BYTES */.Oc} bytes`);
        if (countLines(lines) * MIN_LINE_BYTES > lines.length)
            throw routes_invalid('the lines are too short for events');
        if (header.sid !== session)
            throw routes_invalid('the header names another session');
        if (header.len === 0 || header.len !== lines.length || header.sha256 !== (0,chain/* sha256 */.sc)(lines))
            throw routes_invalid('length or SHA-256 of the body is not what the header says');
        if (lines.at(-1) !== 10)
            throw routes_invalid('a chunk ends with a line feed');
        if (!(0,chain/* verifyAs */.Mr)('chunk', header, signature, key))
            throw forged();
        return store.append({ header, key: x, signature, body: lines });
    }));
    app.post('/:id/seal', (c) => routes_answer(c, options, async () => {
        const { body, session, key, x } = await routes_open(c, options);
        const { seal, signature } = body;
        if (!(0,shapes/* isSealBody */.O6)(seal) || typeof signature !== 'string')
            throw routes_invalid('a seal is {seal: {sid, n, bytes, head, sha256, reason}, signature}');
        if (seal.sid !== session)
            throw routes_invalid('the seal names another session');
        if (seal.reason === 'abandoned')
            throw routes_invalid('only the server abandons a record');
        if (!(0,chain/* verifyAs */.Mr)('seal', seal, signature, key))
            throw forged();
        return store.seal({ seal, signature }, x);
    }));
    return app;
}
/**
 * For mounting at `/v1/log`, public, so that anyone can watch the log: `GET /checkpoint`, and `GET /key`, the server's
 * public key (JWK `x`) as `sluice verify --server-key` takes it.
 */
function sealLog(checkpoint, key) {
    const app = new dist/* Hono */.$();
    app.get('/checkpoint', async (c) => c.text(await checkpoint()));
    app.get('/key', (c) => c.text(`${key}\n`));
    return app;
}
/** Who asks, with which key, and what. */
async function routes_open(c, { authorise }) {
    const { session, publicJwk } = await authorise(c.req.raw);
    Object.assign(c.var.entry ?? {}, { grant: session });
    if (c.req.param('id') !== session || !(0,shapes/* isSessionId */.Sd)(session))
        throw new routes_Refusal(404, 'not_found', 'the token is for another session');
    const x = publicJwk.crv === 'Ed25519' ? publicJwk.x : undefined;
    const key = x === undefined ? undefined : (0,chain/* publicKey */.jE)(x);
    if (x === undefined || !key)
        throw routes_invalid('the session’s key is not Ed25519');
    if (!/^application\/json\b/i.test(c.req.header('content-type') ?? ''))
        throw new routes_Refusal(415, 'invalid_request', 'the body must be application/json');
    const body = await c.req.json().catch(() => undefined);
    if (!(0,shapes/* isRecord */.u4)(body))
        throw routes_invalid('the body is not a JSON object');
    return { body, session, key, x };
}
async function routes_answer(c, { onError }, act) {
    try {
        return c.json(await act());
    }
    catch (error) {
        if (error instanceof routes_Refusal)
            return routes_refuse(c, error.status, error.code, error.message);
        if (error instanceof NotNext) {
            const { message, next, off, sealed } = error;
            return routes_refuse(c, 409, 'conflict', message, { next, off, sealed });
        }
        if (error instanceof TooLarge)
            return routes_refuse(c, 413, 'too_large', error.message);
        const status = diskStatus(error);
        if (status === undefined)
            throw error;
        onError?.(error);
        c.header('Retry-After', '5');
        return c.json({ error: 'not_kept', error_description: 'the record store takes nothing now' }, status);
    }
}
function routes_refuse(c, status, code, message, more = {}) {
    const { entry } = c.var;
    Object.assign(entry ?? {}, { check: `record-${code}`, detail: message });
    const at = entry ? { correlation_id: entry.correlationId } : {};
    return c.json({ error: code, error_description: message, ...more, ...at }, status);
}
/** 507 when the disk is full, 503 when it fails; undefined when it is not the disk. */
function diskStatus(error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code))
        return 507;
    return ['EIO', 'EROFS', 'EMFILE', 'ENFILE', 'EACCES', 'STORE_FAILED'].includes(code) ? 503 : undefined;
}
function countLines(bytes) {
    let count = 0;
    for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1))
        count++;
    return count;
}
function routes_invalid(message) {
    return new routes_Refusal(400, 'invalid_request', message);
}
function forged() {
    return new routes_Refusal(403, 'invalid_signature', 'the signature is not by the session’s key');
}

;// CONCATENATED MODULE: ./lib/server/sessions/index.js






/** Opens the records kept in a directory. What cannot be opened fails every call, so that nothing is acknowledged. */
function openRecords(options) {
    const { directory, authorise, maxBytes, clock, onError, onKept } = options;
    const key = (0,chain/* signingKey */.NR)(options.key);
    const opened = (async () => {
        const log = await openSealLog((0,external_node_path_.join)((0,external_node_path_.dirname)(directory), 'log'), options.origin ?? `sluice-log/${key.x}`, key);
        const store = await openRecordDirectory({ dir: directory, key, log, maxBytes, clock });
        return { log, store };
    })();
    opened.catch((error) => onError?.(error));
    const told = async (session, done) => {
        const result = await done;
        onKept?.(session);
        return result;
    };
    const store = {
        append: async (chunk) => told(chunk.header.sid, (await opened).store.append(chunk)),
        seal: async (seal, x) => told(seal.seal.sid, (await opened).store.seal(seal, x)),
    };
    return {
        routes: routes_sessions({ store, authorise, ...(onError ? { onError } : {}) }),
        log: sealLog(async () => (await opened).log.checkpoint(), key.x),
        abandon: async (session) => told(session, (await opened).store.abandon(session)),
        forget: async (session) => (await opened).store.forget(session),
        reader: createReader(directory, async (session) => (await opened).store.standing(session)),
        async close() {
            const { store, log } = await opened;
            await store.close();
            await log.close();
        },
    };
}

// EXTERNAL MODULE: ./node_modules/kysely/dist/kysely.js + 75 modules
var kysely = __webpack_require__(88588);
// EXTERNAL MODULE: ./node_modules/kysely/dist/migration/migrator.js + 1 modules
var migration_migrator = __webpack_require__(42080);
;// CONCATENATED MODULE: ./lib/server/store/migrations.js
// Each migration runs once, in the order of its name; released ones never change.



const STEPS = {
    '0001-start': start,
    '0002-approvals': approve,
    '0003-people': signIn,
    '0004-outbox': createOutbox,
    '0005-sessions': createSessions,
    '0006-logins': noteLogins,
    '0007-blocking': migrations_noteBlocking,
};
const MIGRATIONS = Object.fromEntries(Object.entries(STEPS).map(([name, up]) => [name, { up }]));
async function start(db) {
    await createGrants(db);
    await createAccess(db);
    await createOperations(db);
}
async function createGrants(db) {
    await db.schema
        .createTable('grants')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('issuer', 'text', (column) => column.notNull())
        .addColumn('repository', 'text', (column) => column.notNull())
        .addColumn('job', 'text', (column) => column.notNull())
        .addColumn('rule', 'text', (column) => column.notNull())
        .addColumn('policy_sha256', 'text', (column) => column.notNull())
        .addColumn('targets', 'text', (column) => column.notNull())
        .addColumn('claims', 'text', (column) => column.notNull())
        .addColumn('jkt', 'text', (column) => column.notNull())
        .addColumn('jwk', 'text', (column) => column.notNull())
        .addColumn('state', 'text', (column) => column.notNull().check((0,sql/* sql */.l) `state in ('pending', 'active', 'ended')`))
        .addColumn('created_at', 'bigint', (column) => column.notNull())
        .addColumn('issued_at', 'bigint')
        .addColumn('expires_at', 'bigint')
        .addColumn('ended_at', 'bigint')
        .addColumn('end_reason', 'text')
        .addColumn('sealed', 'integer', (column) => column.notNull().defaultTo(0))
        .execute();
    await db.schema.createIndex('grants_by_state').on('grants').columns(['state', 'expires_at']).execute();
    await db.schema
        .createTable('jobs')
        .addColumn('issuer', 'text', (column) => column.notNull())
        .addColumn('job', 'text', (column) => column.notNull())
        .addColumn('target', 'text', (column) => column.notNull())
        .addColumn('grant_id', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('jobs_once', ['issuer', 'job', 'target'])
        .execute();
}
async function createAccess(db) {
    await db.schema
        .createTable('tokens')
        .addColumn('hash', 'text', (column) => column.primaryKey())
        .addColumn('grant_id', 'text', (column) => column.notNull().references('grants.id'))
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('expires_at', 'bigint', (column) => column.notNull())
        .addColumn('used_at', 'bigint')
        .execute();
    await db.schema
        .createTable('approvals')
        .addColumn('hash', 'text', (column) => column.primaryKey())
        .addColumn('id', 'text', (column) => column.notNull().unique())
        .addColumn('grant_id', 'text', (column) => column.notNull().references('grants.id'))
        .addColumn('request_sha256', 'text', (column) => column.notNull())
        .addColumn('request', 'text', (column) => column.notNull())
        .addColumn('state', 'text', (column) => column.notNull())
        .addColumn('expires_at', 'bigint', (column) => column.notNull())
        .addColumn('polled_at', 'bigint', (column) => column.notNull())
        .addColumn('decided_at', 'bigint')
        .addColumn('decided_by', 'text')
        .execute();
    await db.schema
        .createTable('credentials')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('grant_id', 'text', (column) => column.notNull().references('grants.id'))
        .addColumn('target', 'text', (column) => column.notNull())
        .addColumn('provider', 'text', (column) => column.notNull())
        .addColumn('handle', 'text')
        .addColumn('state', 'text', (column) => column.notNull())
        .addColumn('created_at', 'bigint', (column) => column.notNull())
        .addColumn('ended_at', 'bigint')
        .addColumn('sessions_ended', 'integer')
        .execute();
    await db.schema.createIndex('tokens_by_grant').on('tokens').column('grant_id').execute();
    await db.schema
        .createIndex('credentials_by_grant')
        .on('credentials')
        .columns(['grant_id', 'state'])
        .execute();
}
async function createOperations(db) {
    await db.schema
        .createTable('replays')
        .addColumn('scope', 'text', (column) => column.notNull())
        .addColumn('id', 'text', (column) => column.notNull())
        .addColumn('expires_at', 'bigint', (column) => column.notNull())
        .addPrimaryKeyConstraint('replays_once', ['scope', 'id'])
        .execute();
    await db.schema.createIndex('replays_by_expiry').on('replays').column('expires_at').execute();
    await db.schema
        .createTable('audit')
        .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
        .addColumn('at', 'bigint', (column) => column.notNull())
        .addColumn('event', 'text', (column) => column.notNull())
        .addColumn('outcome', 'text', (column) => column.notNull())
        .addColumn('correlation_id', 'text', (column) => column.notNull())
        .addColumn('grant_id', 'text')
        .addColumn('issuer', 'text')
        .addColumn('repository', 'text')
        .addColumn('address', 'text')
        .addColumn('check_id', 'text')
        .addColumn('detail', 'text')
        .execute();
    await db.schema.createIndex('audit_by_correlation').on('audit').column('correlation_id').execute();
    await db.schema
        .createTable('keys')
        .addColumn('name', 'text', (column) => column.primaryKey())
        .addColumn('jwk', 'text', (column) => column.notNull())
        .addColumn('created_at', 'bigint', (column) => column.notNull())
        .execute();
}
/** Statements can be approved as well, by several people; what was asked before is kept. */
async function approve(db) {
    await db.schema.alterTable('approvals').renameTo('approvals_0001').execute();
    await db.schema
        .createTable('approvals')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('grant_id', 'text', (column) => column.notNull().references('grants.id'))
        .addColumn('poll_hash', 'text', (column) => column.unique())
        .addColumn('request_sha256', 'text', (column) => column.notNull())
        .addColumn('request', 'text', (column) => column.notNull())
        .addColumn('subject_sha256', 'text')
        .addColumn('parked', 'integer', (column) => column.notNull().defaultTo(0))
        .addColumn('approvers', 'text', (column) => column.notNull())
        .addColumn('min', 'integer', (column) => column.notNull())
        .addColumn('state', 'text', (column) => column.notNull())
        .addColumn('scope', 'text')
        .addColumn('created_at', 'bigint', (column) => column.notNull())
        .addColumn('expires_at', 'bigint', (column) => column.notNull())
        .addColumn('polled_at', 'bigint', (column) => column.notNull())
        .addColumn('decided_at', 'bigint')
        .execute();
    await (0,sql/* sql */.l) `insert into approvals
    select id, 'access', grant_id, hash, request_sha256, request, null, 0, '[]', 1, state, null,
      (select created_at from grants where grants.id = grant_id), expires_at, polled_at, decided_at
    from approvals_0001`.execute(db);
    await db.schema.dropTable('approvals_0001').execute();
    await db.schema
        .createIndex('approvals_by_state')
        .on('approvals')
        .columns(['state', 'created_at', 'id'])
        .execute();
    await db.schema
        .createIndex('approvals_by_subject')
        .on('approvals')
        .columns(['subject_sha256', 'state'])
        .execute();
    await db.schema.createIndex('approvals_by_grant').on('approvals').columns(['grant_id', 'state']).execute();
    await db.schema
        .createTable('decisions')
        .addColumn('approval_id', 'text', (column) => column.notNull().references('approvals.id'))
        .addColumn('person', 'text', (column) => column.notNull())
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('decision', 'text', (column) => column.notNull())
        .addColumn('scope', 'text', (column) => column.notNull())
        .addColumn('reason', 'text')
        .addColumn('at', 'bigint', (column) => column.notNull())
        .addPrimaryKeyConstraint('decisions_once', ['approval_id', 'person'])
        .execute();
}
/** People who sign in. */
async function signIn(db) {
    await db.schema
        .createTable('sign_ins')
        .addColumn('hash', 'text', (column) => column.primaryKey())
        .addColumn('checks', 'text', (column) => column.notNull())
        .addColumn('return_to', 'text', (column) => column.notNull())
        .addColumn('expires_at', 'bigint', (column) => column.notNull())
        .execute();
    await db.schema
        .createTable('logins')
        .addColumn('hash', 'text', (column) => column.primaryKey())
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('person', 'text', (column) => column.notNull())
        .addColumn('person_id', 'text', (column) => column.notNull())
        .addColumn('csrf', 'text')
        .addColumn('name', 'text')
        .addColumn('created_at', 'bigint', (column) => column.notNull())
        .addColumn('expires_at', 'bigint', (column) => column.notNull())
        .execute();
    await db.schema.createIndex('logins_by_person').on('logins').columns(['person_id', 'kind']).execute();
}
/** Two accounts of one person count once. */
async function noteLogins(db) {
    await db.schema.alterTable('decisions').addColumn('logins', 'text').execute();
}
/** What a held statement keeps others from while it waits. */
async function migrations_noteBlocking(db) {
    await db.schema.alterTable('approvals').addColumn('blocking', 'text').execute();
}

;// CONCATENATED MODULE: ./lib/server/store/index.js




/** Opens the store and brings its tables up to date. Throws `SluiceError` STORE_FAILED. */
async function openStore(dialect) {
    const store = new kysely/* Kysely */._$({ dialect });
    const migrator = new migration_migrator/* Migrator */.aR({ db: store, provider: { getMigrations: async () => ({ ...MIGRATIONS }) } });
    const { error } = await migrator.migrateToLatest();
    if (!error)
        return store;
    await store.destroy();
    throw new errors/* SluiceError */.ah('STORE_FAILED', 'the store’s tables cannot be brought up to date', {
        hint: 'A store of a newer version of Sluice cannot be opened by an older one',
        cause: error,
    });
}

;// CONCATENATED MODULE: ./lib/server/store/keys.js

/** The server's Ed25519 key that countersigns records: made once, then the same for every server on this store. */
async function receiptKey(store, now) {
    const made = (0,external_node_crypto_.generateKeyPairSync)('ed25519').privateKey.export({ format: 'jwk' });
    await store
        .insertInto('keys')
        .values({ name: 'receipts', jwk: JSON.stringify(made), created_at: now })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    const { jwk } = await store
        .selectFrom('keys')
        .select('jwk')
        .where('name', '=', 'receipts')
        .executeTakeFirstOrThrow();
    return JSON.parse(jwk);
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:sqlite"
var external_node_sqlite_ = __webpack_require__(80099);
// EXTERNAL MODULE: ./node_modules/kysely/dist/dialect/sqlite/sqlite-dialect.js + 9 modules
var sqlite_dialect = __webpack_require__(68269);
;// CONCATENATED MODULE: ./lib/server/store/sqlite.js
// Kysely on Node's own SQLite.





/**
 * Opens `sluice.sqlite` in a directory, for this process alone: every commit is synced, a second opener is refused.
 * Throws `SluiceError` STORE_FAILED that says why.
 */
function openSqlite(directory) {
    const file = (0,external_node_path_.join)(directory, 'sluice.sqlite');
    try {
        (0,external_node_fs_.mkdirSync)(directory, { recursive: true, mode: 0o700 });
        (0,external_node_fs_.closeSync)((0,external_node_fs_.openSync)(file, 'a', 0o600));
        (0,external_node_fs_.chmodSync)(file, 0o600);
    }
    catch (error) {
        throw new errors/* SluiceError */.ah('STORE_FAILED', `the data directory ${directory} cannot be written (${sqlite_code(error)})`, {
            hint: 'Give --data a directory that this user may write to',
            cause: error,
        });
    }
    try {
        return new sqlite_dialect/* SqliteDialect */.P({ database: adapt(sqlite_open(file)) });
    }
    catch (error) {
        throw sqlite_explain(error, file);
    }
}
function sqlite_open(file) {
    const database = new external_node_sqlite_.DatabaseSync(file, { timeout: 0, enableForeignKeyConstraints: true });
    try {
        database.exec('PRAGMA locking_mode = EXCLUSIVE');
        database.exec('PRAGMA journal_mode = WAL');
        database.exec('PRAGMA synchronous = FULL');
        // Counters of the running minute: nothing is lost with them, and they need no sync.
        database.exec('PRAGMA temp_store = MEMORY');
        database.exec('CREATE TEMP TABLE rates (subject TEXT, window INTEGER, count INTEGER NOT NULL, PRIMARY KEY (subject, window))');
        // Takes the lock now instead of at the first write.
        database.exec('BEGIN EXCLUSIVE; COMMIT');
        return database;
    }
    catch (error) {
        database.close();
        throw error;
    }
}
/** The part of better-sqlite3 that Kysely uses; statements are prepared once. */
function adapt(database) {
    const prepared = new Map();
    return {
        close: () => {
            prepared.clear();
            database.close();
        },
        prepare: (sql) => {
            const known = prepared.get(sql);
            if (known)
                return known;
            const plain = wrap(database.prepare(sql));
            const statement = sql === 'rollback' ? onlyInside(database, plain) : plain;
            if (prepared.size < 500)
                prepared.set(sql, statement);
            return statement;
        },
    };
}
function wrap(statement) {
    const values = (parameters) => parameters;
    return {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...values(parameters)),
        run: (parameters) => statement.run(...values(parameters)),
        iterate: (parameters) => statement.iterate(...values(parameters)),
    };
}
/** SQLite rolls back by itself when the disk is full; rolling back again would hide why. */
function onlyInside(database, rollback) {
    const nothing = { changes: 0, lastInsertRowid: 0 };
    return { ...rollback, run: (values) => (database.isTransaction ? rollback.run(values) : nothing) };
}
function sqlite_explain(error, file) {
    const text = error instanceof Error ? error.message : String(error);
    if (/locked|busy/i.test(text))
        return new errors/* SluiceError */.ah('STORE_FAILED', `${file} is in use by another server`, {
            hint: 'Stop it, or give this one another --data directory: one SQLite store has one server',
            cause: error,
        });
    return new errors/* SluiceError */.ah('STORE_FAILED', `${file} cannot be opened: ${text}`, {
        hint: 'Check the file’s owner and that it is a Sluice store',
        cause: error,
    });
}
function sqlite_code(error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

;// CONCATENATED MODULE: ./lib/server/start.js
























const DRAIN_MS = 25_000;
/** The administrator's link is for whoever starts the server, not for whoever finds its output later. */
const LINK_MS = 3600_000;
/** Opens the store, then the port; throws `SluiceError`. A server that was killed starts clean: the reaper runs first. */
async function startServer(options) {
    const config = requireServer(options.config);
    const { log } = options;
    const directory = options.data ?? config.server.data;
    const store = await openStore(openSqlite(directory));
    try {
        const composed = await compose({ ...options, config }, store, directory);
        const { catalogue } = composed.services;
        const listening = await catalogue
            .start()
            .then(() => listen(composed.app.fetch, options.listen ?? config.server.listen))
            .catch(async (error) => {
            await catalogue.close();
            await composed.records.close();
            throw error;
        });
        const reaper = startReaper(composed.services);
        const notifier = startNotifier(composed.services, { ...options, random: Math.random });
        const link = await administratorLink(composed.services);
        await audit(store, options.clock(), 'ok', {
            event: 'start',
            correlationId: 'server',
            detail: `version ${version/* VERSION */.x}, policy ${config.sha256}`,
        });
        log.info({ address: listening.address, policy: config.sha256 }, 'listening');
        warnOfSecrets(config, options.secrets, log);
        for (const { message, line } of config.warnings)
            log.warn({ line }, `policy: ${message}`);
        return {
            address: listening.address,
            services: composed.services,
            ...(link === undefined ? {} : { administratorLink: link }),
            async close() {
                composed.services.changes.close();
                catalogue.changes.close();
                await listening.close(DRAIN_MS);
                await reaper.stop();
                await notifier.close();
                await catalogue.close();
                await composed.records.close();
                await store.destroy();
                log.info('closed');
            },
        };
    }
    catch (error) {
        await store.destroy();
        throw error;
    }
}
async function compose(options, store, directory) {
    const { config, clock, log, providers, secrets } = options;
    const metrics = createMetrics();
    const key = await receiptKey(store, clock());
    const records = openRecords({
        directory: (0,external_node_path_.join)(directory, 'sessions'),
        key,
        maxBytes: config.server.limits.recordBytes,
        authorise: (request) => forRecords(services)(request),
        onError: (error) => {
            metrics.alerts.inc({ check: 'record-not-kept' });
            log.error({ err: error, alert: 'record-not-kept' }, 'a record chunk could not be kept');
        },
        onKept: (session) => services.catalogue.note(session),
        clock,
    });
    const { reader } = records;
    const services = {
        config,
        store,
        clock,
        log,
        metrics,
        records,
        reader,
        catalogue: createCatalogue({ store, reader, log, startedBy: (grant) => startedBy(config, grant) }),
        changes: createChanges(),
        serverKey: (0,chain/* signingKey */.NR)(key).x,
        credentials: createCredentials({ config, providers, secrets, store, clock, log, metrics }),
        verifier: createVerifier({
            issuers: Object.values(config.issuers),
            fetch: options.fetch,
            clock,
            onKeysError: (issuer, error) => {
                metrics.alerts.inc({ check: 'keys-unavailable' });
                log.error({ err: error, issuer, alert: 'keys-unavailable' }, 'the issuer’s keys cannot be fetched');
            },
        }),
    };
    const { github } = config.server;
    const webhook = github && githubWebhook(services, github, secrets);
    return { services, app: createApp(services, records, providerOf(options), webhook), records };
}
function providerOf({ config, secrets, fetch }) {
    const { signIn, url } = config.server;
    if (!signIn)
        return undefined;
    return createProvider({ config: signIn, callback: `${url}/sign-in/callback`, secrets, fetch });
}
/** Without a sign-in provider: where the administrator signs in, once. Links of earlier starts end. */
async function administratorLink({ config, store, clock }) {
    if (config.server.signIn)
        return undefined;
    await endLinks(store);
    const now = clock();
    const secret = await addLogin(store, 'link', LOCAL_ADMIN, { now, expiresAt: now + LINK_MS });
    return `${config.server.url}/sign-in/link?token=${secret}`;
}
/** A secret that is missing shows now, not when the first job asks for it. */
function warnOfSecrets(config, secrets, log) {
    for (const { name, credential, tls, ssh } of Object.values(config.targets)) {
        const references = Object.values({ ...credential, authority: tls?.ca, hosts: ssh?.knownHosts });
        for (const reference of references)
            try {
                if (typeof reference === 'string' && /^(env|file):/.test(reference))
                    secrets(reference);
            }
            catch (error) {
                log.error({ err: error, target: name }, 'the target cannot be used: a secret is missing');
            }
    }
}
function requireServer(config) {
    const { server } = config;
    if (server)
        return { ...config, server };
    throw new errors/* SluiceError */.ah('CONFIG_INVALID', `${config.file} has no server section`, {
        hint: 'Add `server: { url: https://… }`: the address at which jobs reach this server',
    });
}

// EXTERNAL MODULE: ./lib/cli/command.js
var command = __webpack_require__(99859);
// EXTERNAL MODULE: ./lib/cli/parse.js
var cli_parse = __webpack_require__(2133);
;// CONCATENATED MODULE: ./lib/cli/commands/server.js








const server_command = {
    summary: 'run the grant and audit server',
    help: `Usage: sluice server [--config FILE] [--listen HOST:PORT] [--data DIR] [--log-level LEVEL]

Runs the grant and audit server: it exchanges pipeline tokens for grants, makes and ends upstream
credentials, and keeps session records. Logs are JSON lines on standard output; the address is
printed on standard error when the server is ready. SIGTERM stops it cleanly.

Options
  --config FILE        the policy file (default: sluice.yml)
  --listen HOST:PORT   where to listen (default: server.listen of the file, else 127.0.0.1:8700)
  --data DIR           the store and the records (default: server.data of the file, else data beside it)
  --log-level LEVEL    debug, info, warn or error (default: info)

Put a TLS-terminating proxy in front of it: server.url in the policy file is the address that jobs use.
One data directory has one server. HTTPS_PROXY and NO_PROXY are honoured.

Exit codes: 0 stopped by a signal, 1 it failed, 2 wrong options, configuration or credential.

Examples
  sluice server --config sluice.yml
  sluice server --config sluice.yml --listen 0.0.0.0:8700 --data /var/lib/sluice
`,
    async run(args, io) {
        const options = server_read(args);
        (0,outbound.useOutboundProxy)(io.env);
        const log = createLog((line) => io.out(line), options.level);
        const server = await startServer({
            config: (0,load/* loadConfig */.Z9)(options.config),
            ...(options.listen ? { listen: options.listen } : {}),
            ...(options.data ? { data: options.data } : {}),
            providers: PROVIDERS,
            secrets: (0,reference/* secretsFrom */.y)(io.env),
            fetch: globalThis.fetch,
            clock: Date.now,
            log,
        });
        const link = server.administratorLink;
        const administrator = link
            ? `sluice server: sign in as its administrator, once, within an hour: ${link}\n`
            : '';
        io.err(`${administrator}sluice server: listening on ${server.address}\n`);
        await aborted(io.signal);
        io.err('sluice server: stopping\n');
        await server.close();
        return command/* EXIT */.d.ok;
    },
};
const server_LEVELS = ['debug', 'info', 'warn', 'error'];
function server_read(args) {
    const { values } = server_parse(args);
    const level = values['log-level'];
    if (!server_LEVELS.includes(level))
        throw new errors/* SluiceError */.ah('CONFIG_INVALID', `--log-level ${level} is not a level`, {
            hint: `Use ${server_LEVELS.join(', ')}`,
        });
    return {
        config: values.config,
        level,
        data: values.data,
        listen: values.listen === undefined ? undefined : readAddress(values.listen),
    };
}
function server_parse(args) {
    return (0,cli_parse/* parseOptions */.A)('server', {
        args,
        options: {
            config: { type: 'string', default: 'sluice.yml' },
            listen: { type: 'string' },
            data: { type: 'string' },
            'log-level': { type: 'string', default: 'info' },
        },
    });
}
function readAddress(text) {
    const [, six, four, port] = /^(?:\[([\da-f:.]+)\]|([\w.-]+)):(\d{1,5})$/i.exec(text) ?? [];
    const host = six ?? four;
    if (!host || Number(port) > 65535)
        throw new errors/* SluiceError */.ah('CONFIG_INVALID', `--listen ${text} is not HOST:PORT`, {
            hint: 'For example 127.0.0.1:8700 or [::1]:8700',
        });
    return { host, port: Number(port) };
}
function aborted(signal) {
    return new Promise((resolve) => {
        if (signal.aborted)
            return resolve();
        signal.addEventListener('abort', () => resolve(), { once: true });
    });
}


/***/ }),

/***/ 13211:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   useOutboundProxy: () => (/* binding */ useOutboundProxy)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37067);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3828);


const LOOPBACK = '127.0.0.1,localhost,::1,[::1]';
/**
 * Sends this process's outgoing requests through the proxy that the environment names (HTTPS_PROXY, HTTP_PROXY, NO_PROXY),
 * except those to this machine. `fetch` would ignore it otherwise. Returns how to undo it; does
 * nothing without a proxy. Throws `SluiceError` CONFIG_INVALID on a Node that cannot.
 */
function useOutboundProxy(env) {
    const https = env.https_proxy ?? env.HTTPS_PROXY;
    const plain = env.http_proxy ?? env.HTTP_PROXY;
    if (!https && !plain)
        return () => { };
    if (typeof node_http__WEBPACK_IMPORTED_MODULE_0__.setGlobalProxyFromEnv !== 'function')
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .SluiceError */ .ah('CONFIG_INVALID', `Node ${process.versions.node} cannot use the outbound proxy`, {
            hint: 'Run on Node 24.14 or newer, or let this machine reach the server directly',
        });
    const except = env.no_proxy ?? env.NO_PROXY;
    return node_http__WEBPACK_IMPORTED_MODULE_0__.setGlobalProxyFromEnv({
        ...(https ? { HTTPS_PROXY: https } : {}),
        ...(plain ? { HTTP_PROXY: plain } : {}),
        NO_PROXY: except ? `${except},${LOOPBACK}` : LOOPBACK,
    });
}


/***/ }),

/***/ 71816:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bu: () => (/* binding */ heldToJson),
/* harmony export */   sY: () => (/* binding */ heldFrom)
/* harmony export */ });
/* unused harmony export answerFrom */
/* harmony import */ var _blocking_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90628);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3828);
/* harmony import */ var _shape_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49214);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(47718);
/* harmony import */ var _statement_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(31782);
// What a session tells the server of a statement that waits for a person, and what comes back.





const SHA256 = /^[0-9a-f]{64}$/;
/** Strict; throws `SluiceError` CONFIG_INVALID that names the member, never its value. */
function heldFrom(json) {
    const held = (0,_shape_js__WEBPACK_IMPORTED_MODULE_2__/* .fields */ .O)(json, 'statement', invalid);
    const parameters = held.optional('parameters', (name) => parametersFrom(held.object(name)));
    const source = held.optional('source', (name) => (0,_source_js__WEBPACK_IMPORTED_MODULE_3__/* .sourceFrom */ .Y)(held.object(name), invalid));
    const tables = held.optional('tables', (name) => held.list(name, (item, at) => tableFrom((0,_shape_js__WEBPACK_IMPORTED_MODULE_2__/* .fields */ .O)(item, at, invalid))));
    const ran = held.optional('ran', (name) => onlyTrue(held, name));
    const once = held.optional('once', (name) => onlyTrue(held, name));
    const result = {
        target: held.text('target'),
        conn: held.integer('conn'),
        statement: held.integer('statement'),
        sha256: digest(held, 'sha256'),
        text: held.text('text'),
        redacted: held.flag('redacted'),
        ...(parameters ? { parameters } : {}),
        findings: held.list('findings', (item, at) => findingFrom((0,_shape_js__WEBPACK_IMPORTED_MODULE_2__/* .fields */ .O)(item, at, invalid))),
        effects: held.list('effects', (item, at) => effectFrom((0,_shape_js__WEBPACK_IMPORTED_MODULE_2__/* .fields */ .O)(item, at, invalid))),
        relations: held.list('relations', text),
        hints: held.list('hints', text),
        transaction: transactionFrom(held.object('transaction')),
        ...(tables ? { tables } : {}),
        ...(ran ? { ran } : {}),
        ...(once ? { once } : {}),
        ...(source ? { source } : {}),
    };
    held.end();
    return result;
}
/** The same as JSON, for canonical form and the wire. */
function heldToJson(held) {
    return JSON.parse(JSON.stringify(held));
}
/** Throws `SluiceError` CONFIG_INVALID when it is no server’s answer. */
function answerFrom(json) {
    const answer = fields(json, 'approval', invalid);
    const reason = answer.optional('reason', answer.text);
    const scope = answer.optional('scope', (name) => answer.oneOf(name, ['once', 'session']));
    return {
        id: answer.text('id'),
        state: answer.oneOf('state', ['waiting', 'approved', 'denied', 'expired', 'withdrawn']),
        bound: digest(answer, 'bound'),
        uri: answer.text('uri'),
        expiresAt: answer.text('expiresAt'),
        approvers: answer.list('approvers', text),
        by: answer.list('by', text),
        ...(reason === undefined ? {} : { reason }),
        ...(scope === undefined ? {} : { scope }),
    };
}
function parametersFrom(from) {
    const more = from.optional('more', (name) => from.integer(name));
    const result = {
        sha256: digest(from, 'sha256'),
        values: from.list('values', (value, at) => (value === null ? null : text(value, at))),
        ...(more === undefined ? {} : { more }),
    };
    from.end();
    return result;
}
function findingFrom(from) {
    const result = {
        rule: from.text('rule'),
        verdict: from.oneOf('verdict', ['warn', 'hold']),
        reason: from.text('reason'),
        hint: from.text('hint'),
    };
    from.end();
    return result;
}
function tableFrom(from) {
    const rows = from.optional('rows', (name) => from.integer(name));
    const result = {
        relation: from.text('relation'),
        bytes: from.integer('bytes'),
        ...(rows === undefined ? {} : { rows }),
    };
    from.end();
    return result;
}
function onlyTrue(from, name) {
    if (!from.flag(name))
        throw invalid(`${name} must be true, or absent`);
    return true;
}
function transactionFrom(from) {
    const idle = from.optional('idle', from.integer);
    const earlier = from.optional('earlier', (name) => from.list(name, text));
    const result = {
        state: from.oneOf('state', ['none', 'open']),
        age: from.integer('age'),
        statements: from.integer('statements'),
        locks: (0,_blocking_js__WEBPACK_IMPORTED_MODULE_0__/* .locksFrom */ .X)(from),
        ...(idle === undefined ? {} : { idle }),
        ...(earlier ? { earlier } : {}),
    };
    from.end();
    return result;
}
/** Every member that an effect may have: one that is missing here does not compile. */
const MEMBERS = {
    name: (from, name) => from.text(name),
    column: (from, name) => from.text(name),
    lock: (from, name) => from.text(name),
    detail: (from, name) => from.text(name),
    temporary: (from, name) => from.flag(name),
    cascade: (from, name) => from.flag(name),
    blanket: (from, name) => from.flag(name),
    stored: (from, name) => from.flag(name),
    most: (from, name) => from.integer(name),
    estimate: (from, name) => from.integer(name),
    bytes: (from, name) => from.integer(name),
    rows: (from, name) => from.oneOf(name, ['none', 'one', 'some', 'all', 'unknown']),
    via: (from, name) => from.list(name, text),
    recursive: (from, name) => from.flag(name),
    place: (from, name) => from.oneOf(name, _statement_js__WEBPACK_IMPORTED_MODULE_4__/* .PLACES */ .l),
    listed: (from, name) => from.oneOf(name, ['allow', 'warn', 'hold', 'block']),
};
function effectFrom(from) {
    const optional = Object.entries(MEMBERS).flatMap(([name, read]) => {
        const value = from.optional(name, (member) => read(from, member));
        return value === undefined ? [] : [[name, value]];
    });
    const effect = { action: from.oneOf('action', _statement_js__WEBPACK_IMPORTED_MODULE_4__/* .ACTIONS */ .k), object: from.text('object') };
    from.end();
    return { ...effect, ...Object.fromEntries(optional) };
}
function digest(from, name) {
    const value = from.text(name);
    if (!SHA256.test(value))
        throw invalid(`${name} is not a SHA-256 in hex`);
    return value;
}
function text(value, at) {
    if (typeof value !== 'string')
        throw invalid(`${at} must be a string`);
    return value;
}
function invalid(message) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .SluiceError */ .ah('CONFIG_INVALID', `a held statement is malformed: ${message}`, {
        hint: 'The server and this program may be of different versions: use the same release',
    });
}


/***/ }),

/***/ 90628:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ blockingFrom),
/* harmony export */   X: () => (/* binding */ locksFrom)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _shape_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49214);
// What the open transaction of a held statement keeps others from, as a session tells it to the server while it waits.


/** Strict; throws `SluiceError` CONFIG_INVALID that names the member, never its value. */
function blockingFrom(json) {
    const from = (0,_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .fields */ .O)(json, 'blocking', invalid);
    const since = from.optional('since', (name) => timeFrom(from, name));
    const result = {
        ...(since === undefined ? {} : { since }),
        locks: locksFrom(from),
        waiting: from.list('waiting', (item, at) => waiterFrom((0,_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .fields */ .O)(item, at, invalid))),
        behind: from.integer('behind'),
    };
    from.end();
    return result;
}
function waiterFrom(from) {
    const lock = from.optional('lock', from.text);
    const relation = from.optional('relation', from.text);
    const since = from.optional('since', (name) => timeFrom(from, name));
    const result = {
        application: from.text('application'),
        ...(lock === undefined ? {} : { lock }),
        ...(relation === undefined ? {} : { relation }),
        ...(since === undefined ? {} : { since }),
    };
    from.end();
    return result;
}
function timeFrom(from, name) {
    const value = from.text(name);
    if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/.test(value) || Number.isNaN(Date.parse(value)))
        throw invalid(`${name} is not a time`);
    return value;
}
const locksFrom = (from) => from.list('locks', (item, at) => {
    const lock = (0,_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .fields */ .O)(item, at, invalid);
    const held = { relation: lock.text('relation'), lock: lock.text('lock') };
    lock.end();
    return held;
});
function invalid(message) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SluiceError */ .ah('CONFIG_INVALID', `what a transaction blocks is malformed: ${message}`, {
        hint: 'The server and this program may be of different versions: use the same release',
    });
}


/***/ }),

/***/ 58563:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ Secret)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);

/** A value that must not be printed: every implicit conversion shows a placeholder. */
class Secret {
    #value;
    constructor(value) {
        this.#value = value;
    }
    /** The value itself. Call it where it is used, never to pass it on. */
    reveal() {
        return this.#value;
    }
    toString() {
        return '[secret]';
    }
    toJSON() {
        return '[secret]';
    }
    [node_util__WEBPACK_IMPORTED_MODULE_0__.inspect.custom]() {
        return '[secret]';
    }
}


/***/ }),

/***/ 49214:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ fields)
/* harmony export */ });
/** `at` is the object's place for messages; `fail` makes the error to throw. */
function fields(json, at, fail) {
    if (!isObject(json))
        throw fail(`${at} must be an object`);
    const unread = new Set(Object.keys(json));
    const take = (name) => {
        unread.delete(name);
        return Object.hasOwn(json, name) ? json[name] : undefined;
    };
    const reader = {
        text(name) {
            const value = take(name);
            if (typeof value !== 'string')
                throw fail(`${at}.${name} must be a string`);
            return value;
        },
        integer(name) {
            const value = take(name);
            if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0)
                throw fail(`${at}.${name} must be a whole number`);
            return value;
        },
        flag(name) {
            const value = take(name);
            if (typeof value !== 'boolean')
                throw fail(`${at}.${name} must be true or false`);
            return value;
        },
        oneOf(name, choices) {
            const value = take(name);
            const found = choices.find((choice) => choice === value);
            if (found === undefined)
                throw fail(`${at}.${name} must be ${choices.join(' or ')}`);
            return found;
        },
        object: (name) => fields(take(name), `${at}.${name}`, fail),
        list(name, item) {
            const value = take(name);
            if (!Array.isArray(value))
                throw fail(`${at}.${name} must be a list`);
            return value.map((entry, index) => item(entry, `${at}.${name}[${index}]`));
        },
        record(name, item) {
            const value = take(name);
            if (!isObject(value))
                throw fail(`${at}.${name} must be an object`);
            const record = Object.create(null);
            for (const [key, entry] of Object.entries(value))
                record[key] = item(entry, `${at}.${name}.${key}`);
            return record;
        },
        optional: (name, read) => (Object.hasOwn(json, name) ? read(name) : undefined),
        end() {
            const [extra] = unread;
            if (extra !== undefined)
                throw fail(`${at}.${extra} is unknown`);
        },
    };
    return reader;
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}


/***/ }),

/***/ 47718:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ isInside),
/* harmony export */   Y: () => (/* binding */ sourceFrom)
/* harmony export */ });
const LONGEST = 500;
/** True for a path that stays below the directory it is relative to, on every system, and that a person can read. */
function isInside(file) {
    if (file === '' || file.length > LONGEST || !file.isWellFormed())
        return false;
    if (/[\\\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(file) || /^[A-Za-z]:/.test(file))
        return false;
    return file.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}
/** Throws what `fail` makes, with the member's name and never its value. */
function sourceFrom(from, fail) {
    const file = from.text('file');
    const line = from.integer('line');
    const more = from.optional('more', from.integer);
    from.end();
    if (!isInside(file))
        throw fail('source.file must be a path within the workspace');
    if (line < 1 || more === 0)
        throw fail('source.line and source.more count from 1');
    return { file, line, ...(more === undefined ? {} : { more }) };
}


/***/ }),

/***/ 31782:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ ACTIONS),
/* harmony export */   l: () => (/* binding */ PLACES)
/* harmony export */ });
/** Where a path of a host lies; the worst where it may be in several. */
const PLACES = [
    /** Files of an application, and whatever is nowhere else. */
    'own',
    'temporary',
    /** The root, a directory of the top level, somebody's home: as a whole. */
    'root',
    /** Who may do what, and how the host starts: `/etc/passwd`, `~/.ssh`. */
    'critical',
    /** What runs by itself later: units, schedules, profiles, hooks. */
    'startup',
    'log',
    'kernel',
    'device',
    'system',
    /** `/dev/null` and the like. */
    'sink',
    /** `/dev/tcp/…`, which is a connection. */
    'network',
    /** Only known when it runs. */
    'unknown',
];
const ACTIONS = [
    'read',
    'insert',
    'update',
    'delete',
    'truncate',
    'create',
    'alter',
    'rename',
    'move',
    'drop',
    'detach',
    'grant',
    'revoke',
    'own',
    'set',
    'call',
    'copy-in',
    'copy-out',
    'lock',
    'rewrite',
    'scan',
    'maintain',
    'execute',
    'prepare',
    'cursor',
    'transaction',
    'notify',
    'comment',
    'explain',
    'load',
    'expose',
    // Of command lines:
    'remove',
    'write',
    'empty',
    'permit',
    'run',
    'start',
    'stop',
    'become',
    'reach',
    'send',
    'unknown',
];


/***/ }),

/***/ 13728:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ termsToJson)
/* harmony export */ });
/* unused harmony export termsFromJson */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _secret_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58563);
// Terms as JSON: the body of `GET /v1/grant` and the daemon's standard input. The password is in clear there.



function termsToJson(terms) {
    const targets = terms.targets.map((target) => ({
        ...target,
        credential: loginToJson(target.credential),
    }));
    return JSON.parse(JSON.stringify({ ...terms, targets }));
}
function loginToJson(login) {
    if ('password' in login)
        return { user: login.user, password: login.password.reveal() };
    const { user, privateKey, certificate } = login;
    return { user, privateKey: privateKey.reveal(), ...(certificate === undefined ? {} : { certificate }) };
}
/** Strict: an unknown or missing member, or a wrong type, throws `SluiceError` CONFIG_INVALID that names the member, never its value. */
function termsFromJson(json) {
    const terms = fields(json, 'terms', invalid);
    const serverKey = terms.optional('serverKey', terms.text);
    const holds = terms.optional('holds', (name) => holdsFrom(terms.object(name)));
    const result = {
        session: terms.text('session'),
        expiresAt: time(terms, 'expiresAt'),
        claims: terms.record('claims', invalidText),
        access: terms.text('access'),
        policySha256: terms.text('policySha256'),
        targets: terms.list('targets', targetFrom),
        ...(holds === undefined ? {} : { holds }),
        ...(serverKey === undefined ? {} : { serverKey }),
    };
    terms.end();
    return result;
}
function holdsFrom(holds) {
    const result = {
        approvers: holds.list('approvers', invalidText),
        timeout: holds.integer('timeout'),
        strongLocks: holds.oneOf('strongLocks', ['wait', 'refuse']),
    };
    holds.end();
    return result;
}
function targetFrom(json, at) {
    const target = fields(json, at, invalid);
    const database = target.optional('database', target.text);
    const tls = target.optional('tls', (name) => tlsFrom(target.object(name)));
    const ssh = target.optional('ssh', (name) => sshFrom(target.object(name)));
    const http = target.optional('http', (name) => httpFrom(target.object(name)));
    const result = {
        name: target.text('name'),
        protocol: target.text('protocol'),
        host: target.text('host'),
        port: target.integer('port'),
        ...(database === undefined ? {} : { database }),
        ...(tls === undefined ? {} : { tls }),
        credential: loginFrom(target.object('credential')),
        ...(ssh === undefined ? {} : { ssh }),
        ...(http === undefined ? {} : { http }),
        guard: guardFrom(target.object('guard')),
        masks: masksFrom(target.object('masks')),
        limits: limitsFrom(target.object('limits')),
    };
    target.end();
    return result;
}
function loginFrom(login) {
    const user = login.text('user');
    const key = login.optional('privateKey', login.text);
    const certificate = login.optional('certificate', login.text);
    if (key === undefined && certificate !== undefined)
        throw invalid('a certificate without its key');
    const result = key === undefined
        ? { user, password: new Secret(login.text('password')) }
        : { user, privateKey: new Secret(key), ...(certificate === undefined ? {} : { certificate }) };
    login.end();
    return result;
}
function sshFrom(ssh) {
    const result = {
        hostKeys: ssh.list('hostKeys', invalidText),
        shell: ssh.oneOf('shell', ['refuse', 'record']),
        environment: ssh.list('environment', invalidText),
        forward: ssh.list('forward', invalidText),
    };
    ssh.end();
    return result;
}
function httpFrom(http) {
    const result = {
        header: http.text('header'),
        scheme: http.oneOf('scheme', ['basic', 'bearer', 'plain']),
        cookies: http.oneOf('cookies', ['drop', 'pass']),
        unmasked: http.list('unmasked', invalidText),
    };
    http.end();
    return result;
}
function tlsFrom(tls) {
    const ca = tls.optional('ca', tls.text);
    const serverName = tls.optional('serverName', tls.text);
    const result = {
        mode: tls.oneOf('mode', ['disable', 'require', 'verify-ca', 'verify-full']),
        ...(ca === undefined ? {} : { ca }),
        ...(serverName === undefined ? {} : { serverName }),
    };
    tls.end();
    return result;
}
function guardFrom(guard) {
    const thresholds = guard.optional('thresholds', (name) => thresholdsFrom(guard.object(name)));
    const requests = guard.optional('requests', (name) => guard.list(name, (item, at) => requestFrom(fields(item, at, invalid))));
    const result = {
        name: guard.text('name'),
        mode: guard.oneOf('mode', ['enforce', 'observe']),
        rules: guard.record('rules', (value, at) => choice(value, at, ['warn', 'hold', 'block'])),
        allow: guard.list('allow', (item, at) => exceptionFrom(fields(item, at, invalid))),
        ...(thresholds === undefined ? {} : { thresholds }),
        ...(requests === undefined ? {} : { requests }),
    };
    guard.end();
    return result;
}
function requestFrom(entry) {
    const values = (key) => entry.optional(key, (name) => entry.record(name, (value, at) => {
        if (!Array.isArray(value))
            throw invalid(`${at} must be a list`);
        return value.map((item) => invalidText(item, at));
    }));
    const [query, body] = [values('query'), values('body')];
    const result = {
        match: entry.text('match'),
        ...(query === undefined ? {} : { query }),
        ...(body === undefined ? {} : { body }),
        verdict: entry.oneOf('verdict', ['allow', 'warn', 'hold', 'block']),
    };
    entry.end();
    return result;
}
function exceptionFrom(entry) {
    const rule = entry.text('rule');
    const list = (key) => entry.optional(key, (name) => entry.list(name, invalidText));
    const [relations, paths, programs, names] = [
        list('relations'),
        list('paths'),
        list('programs'),
        list('names'),
    ];
    const result = {
        rule,
        ...(relations === undefined ? {} : { relations }),
        ...(paths === undefined ? {} : { paths }),
        ...(programs === undefined ? {} : { programs }),
        ...(names === undefined ? {} : { names }),
        ...countsFrom(entry),
    };
    entry.end();
    // Without a condition it would silence the rule, which a guard says by leaving the rule out.
    if (Object.keys(result).length === 1)
        throw invalid(`the exception from ${rule} has no condition`);
    return result;
}
function thresholdsFrom(thresholds) {
    const result = countsFrom(thresholds);
    thresholds.end();
    return result;
}
function countsFrom(from) {
    const rows = from.optional('rows', from.integer);
    const tableSize = from.optional('tableSize', from.integer);
    return {
        ...(rows === undefined ? {} : { rows }),
        ...(tableSize === undefined ? {} : { tableSize }),
    };
}
const MASKS = (/* unused pure expression or super */ null && (['redact', 'partial', 'hash', 'null']));
function masksFrom(masks) {
    const predicates = masks.optional('predicates', masks.text);
    const patterns = masks.optional('patterns', (name) => masks.list(name, (item, at) => {
        const entry = fields(item, at, invalid);
        const own = { name: entry.text('name'), pattern: entry.text('pattern') };
        entry.end();
        return own;
    }));
    const own = masks.optional('fields', (name) => masks.list(name, maskFrom));
    const result = {
        columns: masks.list('columns', maskFrom),
        ...(own === undefined ? {} : { fields: own }),
        detect: masks.list('detect', invalidText),
        ...(patterns === undefined ? {} : { patterns }),
        ...(predicates === undefined ? {} : { predicates: choice(predicates, 'predicates', ['strict', 'flag']) }),
    };
    masks.end();
    return result;
}
function maskFrom(item, at) {
    const entry = fields(item, at, invalid);
    const mask = { pattern: entry.text('pattern'), mask: entry.oneOf('mask', MASKS) };
    entry.end();
    return mask;
}
const OPTIONAL_LIMITS = (/* unused pure expression or super */ null && ([
    'statementTimeout',
    'lockTimeout',
    'idleInTransactionTimeout',
    'rows',
    'bytes',
]));
function limitsFrom(limits) {
    const set = {};
    for (const name of OPTIONAL_LIMITS) {
        const value = limits.optional(name, limits.integer);
        if (value !== undefined)
            set[name] = value;
    }
    const result = { ...set, connections: limits.integer('connections') };
    limits.end();
    return result;
}
function time(from, name) {
    const value = from.text(name);
    if (Number.isNaN(Date.parse(value)))
        throw invalid(`${name} is not a time`);
    return value;
}
function choice(value, at, choices) {
    const found = choices.find((candidate) => candidate === value);
    if (found === undefined)
        throw invalid(`${at} must be ${choices.join(' or ')}`);
    return found;
}
function invalidText(value, at) {
    if (typeof value !== 'string')
        throw invalid(`${at} must be a string`);
    return value;
}
function invalid(message) {
    return new SluiceError('CONFIG_INVALID', `the session’s terms are malformed: ${message}`, {
        hint: 'The server and this program may be of different versions: use the same release',
    });
}


/***/ }),

/***/ 17399:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ secretsFrom)
/* harmony export */ });
/* unused harmony export resolveSecret */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3828);
/* harmony import */ var _core_secret_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58563);



const MAX_BYTES = 64 * 1024;
/** Reads `env:NAME` or `file:PATH`; one newline at the end of a file is not part of the value. Throws `SluiceError` CREDENTIAL_FAILED. */
function resolveSecret(reference, env) {
    const value = reference.startsWith('env:')
        ? fromEnvironment(reference.slice('env:'.length), env)
        : reference.startsWith('file:')
            ? fromFile(reference.slice('file:'.length))
            : undefined;
    if (value === undefined)
        throw failed('a secret is not given as a reference', 'Write env:NAME or file:PATH in the policy file');
    return new _core_secret_js__WEBPACK_IMPORTED_MODULE_2__/* .Secret */ .z(value);
}
const secretsFrom = (env) => (reference) => resolveSecret(reference, env);
function fromEnvironment(name, env) {
    const value = Object.hasOwn(env, name) ? env[name] : undefined;
    if (value)
        return value;
    throw failed(`the environment variable ${name} is ${value === '' ? 'empty' : 'not set'}`, `Set ${name} in the environment of this process`);
}
function fromFile(path) {
    let bytes;
    try {
        bytes = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path);
    }
    catch (error) {
        const code = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
        throw failed(`the secret file ${path} cannot be read (${code})`, 'Check that it exists and that the server may read it');
    }
    if (bytes.length > MAX_BYTES)
        throw failed(`the secret file ${path} is larger than 64 KiB`, 'Name the right file');
    const value = bytes.toString('utf8').replace(/\r?\n$/, '');
    if (value === '')
        throw failed(`the secret file ${path} is empty`, 'Write the value into it');
    return value;
}
function failed(message, hint) {
    return new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .SluiceError */ .ah('CREDENTIAL_FAILED', message, { hint });
}


/***/ }),

/***/ 5289:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ staticProvider)
/* harmony export */ });
/* harmony import */ var _url_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(17899);

/** An account that exists already: nothing is made, and nothing ends but the proxy's own use of it. */
const staticProvider = {
    async issue({ target, secrets }) {
        const login = account(target, secrets);
        return { ...login, handle: login.user };
    },
    async end() {
        return { sessionsEnded: 0, objectsReassigned: false };
    },
    async reap() {
        return [];
    },
};
function account({ credential, name }, secrets) {
    if (credential.provider !== 'static')
        throw new TypeError(`target ${name} has no static credential`);
    if ('url' in credential) {
        const { user, password } = (0,_url_js__WEBPACK_IMPORTED_MODULE_0__/* .connectionUrl */ .C)(secrets(credential.url), credential.url);
        return { user, password };
    }
    const user = /^(env|file):/.test(credential.user) ? secrets(credential.user).reveal() : credential.user;
    if ('password' in credential)
        return { user, password: secrets(credential.password) };
    return { user, privateKey: secrets(credential.privateKey) };
}


/***/ }),

/***/ 20721:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  t: () => (/* binding */ credentialTarget)
});

// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./lib/credentials/known-hosts.js
// Lines of known_hosts: https://man.openbsd.org/sshd#SSH_KNOWN_HOSTS_FILE_FORMAT

/** Keys of a host, `ssh-ed25519 AAAA…`, without those that are revoked. Lines of certificate authorities do not count. */
function knownKeys(text, host, port) {
    const name = port === 22 ? host : `[${host}]:${port}`;
    const keys = [];
    const revoked = new Set();
    for (const line of text.split(/\r?\n/)) {
        const { marker, hosts, key } = parts(line);
        if (key === undefined || !matches(hosts, name.toLowerCase()))
            continue;
        if (marker === '@revoked')
            revoked.add(key);
        else if (marker === undefined)
            keys.push(key);
    }
    return keys.filter((key) => !revoked.has(key));
}
function parts(line) {
    const words = line.trim().split(/[ \t]+/);
    const marker = words[0]?.startsWith('@') ? words.shift() : undefined;
    const [hosts = '', type, blob] = words;
    const whole = type !== undefined && blob !== undefined && !hosts.startsWith('#');
    return { marker, hosts, key: whole ? `${type} ${blob}` : undefined };
}
/** A negated pattern that matches ends it, whatever else is there. */
function matches(hosts, name) {
    let found = false;
    for (const pattern of hosts.split(',')) {
        if (pattern.startsWith('!') && glob(pattern.slice(1), name))
            return false;
        found ||= pattern.startsWith('|') ? hashed(pattern, name) : glob(pattern, name);
    }
    return found;
}
/** `|1|salt|hash`, both in base64. */
function hashed(pattern, name) {
    const [, version, salt = '', hash = ''] = pattern.split('|');
    if (version !== '1')
        return false;
    const expected = (0,external_node_crypto_.createHmac)('sha1', Buffer.from(salt, 'base64')).update(name).digest();
    const given = Buffer.from(hash, 'base64');
    return given.length === expected.length && (0,external_node_crypto_.timingSafeEqual)(given, expected);
}
/** `*` and `?`, in one pass back from the last star. */
function glob(pattern, name) {
    const wanted = pattern.toLowerCase();
    let [p, n, star, from] = [0, 0, -1, 0];
    while (n < name.length) {
        if (wanted[p] === '*') {
            star = p++;
            from = n;
        }
        else if (wanted[p] === '?' || wanted[p] === name[n]) {
            p++;
            n++;
        }
        else if (star >= 0) {
            p = star + 1;
            n = ++from;
        }
        else
            return false;
    }
    while (wanted[p] === '*')
        p++;
    return p === wanted.length;
}

;// CONCATENATED MODULE: ./lib/credentials/target.js


/** A target of the policy file with its certificate authority or known hosts read. Throws `SluiceError` CREDENTIAL_FAILED. */
function credentialTarget(target, secrets) {
    const { name, host, port, database, credential, tls, ssh, http } = target;
    return {
        name,
        host,
        port,
        credential,
        ...(database === undefined ? {} : { database }),
        ...(tls === undefined ? {} : { tls: withAuthority(tls, secrets) }),
        ...(ssh === undefined ? {} : { ssh: withKnownHosts(ssh, target, secrets) }),
        ...(http === undefined ? {} : { http }),
    };
}
function withAuthority({ ca, ...tls }, secrets) {
    return ca === undefined ? tls : { ...tls, ca: secrets(ca).reveal() };
}
function withKnownHosts({ knownHosts, ...ssh }, { name, host, port }, secrets) {
    if (knownHosts === undefined)
        return ssh;
    const known = knownKeys(secrets(knownHosts).reveal(), host, port);
    const hostKeys = [...new Set([...ssh.hostKeys, ...known])];
    if (hostKeys.length > 0)
        return { ...ssh, hostKeys };
    throw new errors/* SluiceError */.ah('CREDENTIAL_FAILED', `target ${name}: ${knownHosts} has no key of ${host}`, {
        hint: 'Add its line, as `ssh-keyscan` prints it on a network that you trust',
    });
}


/***/ }),

/***/ 17899:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ connectionUrl)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _core_secret_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58563);


/** Reads `postgres://user:password@host:port/database`; parameters are ignored: TLS is the target's. `reference` names it in errors. */
function connectionUrl(secret, reference) {
    try {
        const url = new URL(secret.reveal());
        if (url.protocol !== 'postgres:' && url.protocol !== 'postgresql:')
            throw new TypeError('scheme');
        if (!url.hostname || !url.username || !url.password)
            throw new TypeError('parts');
        return {
            host: decodeURIComponent(url.hostname).replace(/^\[|\]$/g, ''),
            port: url.port === '' ? undefined : Number(url.port),
            user: decodeURIComponent(url.username),
            password: new _core_secret_js__WEBPACK_IMPORTED_MODULE_1__/* .Secret */ .z(decodeURIComponent(url.password)),
            database: decodeURIComponent(url.pathname.slice(1)) || undefined,
        };
    }
    catch {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SluiceError */ .ah('CREDENTIAL_FAILED', `${reference} is not a connection URL with user and password`, {
            hint: 'Write postgres://USER:PASSWORD@HOST:PORT/DATABASE, with special characters percent-encoded',
        });
    }
}


/***/ }),

/***/ 54557:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ firstMismatch),
/* harmony export */   m: () => (/* binding */ matchAccess)
/* harmony export */ });
/* harmony import */ var _policy_claims_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22281);
/* harmony import */ var _policy_globs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45017);


/** The first rule that lets a job with these claims reach the target, or why none of those that name the target does. */
function matchAccess(config, issuer, claims, target) {
    const mismatches = [];
    for (const rule of config.access) {
        if (rule.issuer !== issuer || !rule.targets.includes(target))
            continue;
        const mismatch = firstMismatch(rule, claims, config.issuers[issuer]?.platform);
        if (!mismatch)
            return { rule };
        mismatches.push(mismatch);
    }
    return { mismatches };
}
/** Undefined when the rule matches. */
function firstMismatch(rule, claims, platform) {
    for (const [claim, patterns] of Object.entries(rule.claims)) {
        const got = claimText(claims, claim);
        if (got === undefined || !patterns.some((pattern) => (0,_policy_globs_js__WEBPACK_IMPORTED_MODULE_1__/* .matchesGlob */ .k)(pattern, got)))
            return { rule: rule.name, claim, want: patterns.join(' or '), got };
    }
    if (platform === 'github')
        return unnamed(rule, claims, 'event_name', _policy_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .RISKY_EVENTS */ .xf);
    if (platform === 'gitlab')
        return otherProject(rule, claims) ?? unnamed(rule, claims, 'pipeline_source', _policy_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .RISKY_SOURCES */ .WY);
    // An issuer that the file does not define proves nothing.
    return {
        rule: rule.name,
        claim: 'iss',
        want: 'an issuer of the policy file',
        got: claimText(claims, 'iss'),
    };
}
function claimText(claims, name) {
    const value = Object.hasOwn(claims, name) ? claims[name] : undefined;
    return typeof value === 'string' && value !== '' ? value : undefined;
}
/** Events that run an outsider's code must stand in the rule letter by letter. */
function unnamed(rule, claims, claim, risky) {
    const got = claimText(claims, claim);
    if (got === undefined || !risky.includes(got) || rule.claims[claim]?.includes(got))
        return undefined;
    return { rule: rule.name, claim, want: `not ${got}, unless the rule names it`, got };
}
/** Where GitLab says whose job it is, it must be the rule's project too: in a fork's pipeline the two differ. */
function otherProject(rule, claims) {
    const got = claimText(claims, 'job_project_id');
    const wanted = rule.claims.job_project_id ?? rule.claims.project_id ?? [];
    if (!Object.hasOwn(claims, 'job_project_id') || (got !== undefined && wanted.includes(got)))
        return undefined;
    return { rule: rule.name, claim: 'job_project_id', want: wanted.join(' or '), got };
}


/***/ }),

/***/ 26887:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ resolveLimits)
/* harmony export */ });
/* unused harmony export DEFAULT_LIMITS */
/** What holds when a guard says nothing. */
const DEFAULT_LIMITS = { connections: 50 };
/** The guard's limits over those of the guard it extends, over the defaults. */
function resolveLimits(name, guards) {
    const chain = [];
    const seen = new Set();
    let next = name;
    while (next !== undefined && Object.hasOwn(guards, next) && !seen.has(next)) {
        seen.add(next);
        const guard = guards[next];
        if (guard?.limits)
            chain.unshift(guard.limits);
        next = guard?.extends;
    }
    return Object.assign({}, DEFAULT_LIMITS, ...chain);
}


/***/ }),

/***/ 53736:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ buildTerms)
/* harmony export */ });
/* harmony import */ var _policy_guards_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(17358);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26887);


/** Everything the proxy enforces, resolved. Throws `TypeError` when a target or its credential is missing: a caller's bug. */
function buildTerms(request) {
    const { config, rule } = request;
    const guard = (0,_policy_guards_js__WEBPACK_IMPORTED_MODULE_0__/* .resolveGuard */ .m)(rule.guard, config.guards);
    const masks = resolveMasks(config, rule);
    const limits = (0,_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .resolveLimits */ .f)(rule.guard, config.guards);
    return {
        session: request.session,
        expiresAt: request.expiresAt,
        claims: stringClaims(request.claims),
        access: rule.name,
        policySha256: config.sha256,
        targets: request.targets.map((name) => targetTerms(request, name, { guard, masks, limits })),
        ...(request.serverKey === undefined ? {} : { ...holdsOf(rule), serverKey: request.serverKey }),
    };
}
function holdsOf({ holds }) {
    if (!holds)
        return {};
    return { holds: { approvers: holds.by, timeout: holds.timeout, strongLocks: holds.strongLocks } };
}
function targetTerms(request, name, resolved) {
    const target = request.config.targets[name];
    const credential = Object.hasOwn(request.credentials, name) ? request.credentials[name] : undefined;
    const trusted = Object.hasOwn(request.trusted, name) ? request.trusted[name] : undefined;
    if (!target || !credential || !trusted)
        throw new TypeError(`no target, credential or trust ${name}`);
    const { database } = target;
    return {
        name,
        protocol: target.protocol,
        host: target.host,
        port: target.port,
        ...(database === undefined ? {} : { database }),
        ...(trusted.tls === undefined ? {} : { tls: trusted.tls }),
        credential,
        ...(trusted.ssh === undefined ? {} : { ssh: trusted.ssh }),
        ...(trusted.http === undefined ? {} : { http: trusted.http }),
        ...resolved,
    };
}
function resolveMasks(config, rule) {
    const mask = rule.mask === undefined ? undefined : config.masks[rule.mask];
    if (!mask)
        return { columns: [], detect: [] };
    const { name: _, ...masks } = mask;
    return masks;
}
function stringClaims(claims) {
    const kept = Object.create(null);
    for (const [name, value] of Object.entries(claims))
        if (typeof value === 'string')
            kept[name] = value;
    return kept;
}


/***/ })

};
