export const id = 534;
export const ids = [534,211];
export const modules = {

/***/ 31534:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  command: () => (/* binding */ server_command)
});

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
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





/** Connects as the broker, runs `use`, disconnects. Throws `SluiceError` UPSTREAM_* or CREDENTIAL_FAILED. */
async function withBroker(target, secrets, use) {
    const { credential } = target;
    if (credential.provider !== 'postgres-role')
        throw new TypeError(`target ${target.name} makes no roles`);
    const url = (0,credentials_url/* connectionUrl */.C)(secrets(credential.broker), credential.broker);
    const place = { ...url, port: url.port ?? target.port };
    const home = url.database ?? target.database;
    const inDatabase = (database, run) => connected(options(place, database, target), target, run);
    return inDatabase(home, (client) => use({
        client,
        owner: credential.owner,
        target: target.name,
        inDatabase: (database, run) => (database === home ? run(client) : inDatabase(database, run)),
    }));
}
async function connected(config, target, use) {
    let cleartext = false;
    const password = () => {
        if (cleartext && (target.tls.mode === 'disable' || target.tls.mode === 'require'))
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
function unprotected({ name, tls }) {
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
function tls({ tls }, host) {
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
        await copySearchPath(client, name, broker.owner, request.target.database);
        await allowConnect(client, name, request);
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
async function allowConnect(client, name, { target }) {
    const { rows } = await client.query("SELECT has_database_privilege($1, oid, 'CONNECT') AS open FROM pg_database WHERE datname = $2", [name, target.database]);
    const database = ident(target.database);
    if (rows[0] === undefined)
        throw new errors/* SluiceError */.ah('CREDENTIAL_FAILED', `target ${target.name}: there is no database ${database}`, {
            hint: 'Correct `database` in the policy file',
        });
    if (rows[0].open)
        return;
    await client.query(`GRANT CONNECT ON DATABASE ${database} TO ${ident(name)}`);
    const { rows: after } = await client.query("SELECT has_database_privilege($1, $2, 'CONNECT') AS open", [name, target.database]);
    if (!after[0]?.open)
        throw new errors/* SluiceError */.ah('CREDENTIAL_FAILED', `target ${target.name}: the broker cannot let the role into ${database}`, {
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

// EXTERNAL MODULE: ./lib/credentials/static/index.js
var credentials_static = __webpack_require__(5289);
// EXTERNAL MODULE: ./lib/credentials/reference.js
var reference = __webpack_require__(17399);
;// CONCATENATED MODULE: ./lib/credentials/index.js


/** Every provider, by its name in the policy file. */
const PROVIDERS = {
    static: credentials_static/* staticProvider */.M,
    'postgres-role': postgresRole,
};



// EXTERNAL MODULE: ./lib/policy/load.js + 10 modules
var load = __webpack_require__(74155);
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
        repository: 'repository_id',
    },
    gitlab: {
        lifetime: 24 * 3600,
        required: ['project_id', 'project_path', 'pipeline_id', 'job_id', 'pipeline_source', 'ref', 'ref_type'],
        optional: ['job_project_id'],
        job: ['project_id', 'pipeline_id', 'job_id'],
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
// EXTERNAL MODULE: ./node_modules/hono/dist/index.js + 23 modules
var dist = __webpack_require__(60429);
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

// EXTERNAL MODULE: ./node_modules/hono/dist/http-exception.js
var http_exception = __webpack_require__(73040);
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

;// CONCATENATED MODULE: ./lib/server/failure.js



/** The answer to an error: OAuth's JSON with a correlation id, and nothing of an unexpected error's text. */
function failure({ log }, error, c) {
    const correlation_id = c.var.correlation;
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

;// CONCATENATED MODULE: ./lib/server/limit.js

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
            await audit(services.store, services.clock(), 'failed', entry).catch(() => { });
        else if (entry.check !== undefined)
            await noteRefused(services, entry, network);
    };
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

// EXTERNAL MODULE: ./lib/core/json.js
var json = __webpack_require__(3085);
;// CONCATENATED MODULE: ./lib/server/store/approvals.js
async function addApproval(store, row) {
    await store
        .insertInto('approvals')
        .values({ ...row, state: 'waiting', polled_at: 0, decided_at: null, decided_by: null })
        .execute();
}
async function findApproval(store, hash) {
    return store.selectFrom('approvals').selectAll().where('hash', '=', hash).executeTakeFirst();
}
/** One decision wins, and none after the deadline: false for the others. */
async function decideApproval(store, id, decision) {
    const result = await store
        .updateTable('approvals')
        .set({ state: decision.state, decided_at: decision.now, decided_by: decision.by })
        .where('id', '=', id)
        .where('state', '=', 'waiting')
        .where('request_sha256', '=', decision.requestSha256)
        .where('expires_at', '>', decision.now)
        .executeTakeFirst();
    return result.numUpdatedRows === 1n;
}
/** Notes a poll; false when the one before it is younger than the interval (ms). */
async function notePoll(store, hash, now, interval) {
    const result = await store
        .updateTable('approvals')
        .set({ polled_at: now })
        .where('hash', '=', hash)
        .where('polled_at', '<=', now - interval)
        .executeTakeFirst();
    return result.numUpdatedRows === 1n;
}
/** Turns an approved request into a grant, once. */
async function redeemApproval(store, hash, now) {
    const result = await store
        .updateTable('approvals')
        .set({ state: 'redeemed' })
        .where('hash', '=', hash)
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

// EXTERNAL MODULE: ./node_modules/jose/dist/webapi/jwk/thumbprint.js + 1 modules
var thumbprint = __webpack_require__(73423);
;// CONCATENATED MODULE: ./lib/server/oauth/dpop.js
// Proof of possession of the session key: https://www.rfc-editor.org/rfc/rfc9449#section-4.3




const WINDOW = 60;
const ALGORITHMS = ['Ed25519', 'EdDSA', 'ES256'];
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
    const algorithm = ALGORITHMS.find((known) => known === alg);
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

;// CONCATENATED MODULE: ./lib/server/oauth/approval.js
// Exchanges that wait for a person; polled as https://openid.net/specs/openid-client-initiated-backchannel-authentication-core-1_0.html












const INTERVAL_MS = 5000;
/** Stores what an approver decides on; returns the members of the `authorization_pending` answer. */
async function askApproval({ config, clock }, store, { id: grant, identity, rule, targets, proof }) {
    const timeout = rule.approval?.timeout ?? 0;
    const token = newToken('request');
    const id = (0,external_node_crypto_.randomBytes)(16).toString('hex');
    const request = describeRequest(config, rule, {
        grant,
        issuer: identity.issuer,
        claims: identity.claims,
        targets,
        jkt: proof.jkt,
    });
    await addApproval(store, {
        hash: tokenHash(token),
        id,
        grant_id: grant,
        request,
        request_sha256: sha256(request),
        expires_at: clock() + timeout,
    });
    return {
        auth_req_id: token,
        interval: INTERVAL_MS / 1000,
        expires_in: Math.floor(timeout / 1000),
        approval_uri: `${config.server.url}/approvals/${id}`,
    };
}
/** What an approver is shown, whole: a changed policy file makes it another request. */
function describeRequest(config, rule, asked) {
    const { name, guard, mask, ttl, approval } = rule;
    return (0,json/* canonical */.$)({
        ...asked,
        policy: config.sha256,
        rule: { name, guard, mask, ttl, approvers: approval?.by ?? [] },
    });
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
/** `grant_type=urn:openid:params:grant-type:ciba`: the tokens once somebody has approved. */
async function poll(services, call) {
    const now = services.clock();
    const { store } = services;
    const proof = await verifyProof({ ...call, method: 'POST', now });
    const approval = await findApproval(store, tokenHash(required(call.form, 'auth_req_id')));
    const grant = approval && (await findGrant(store, approval.grant_id));
    if (!grant)
        throw notYours('approval-request');
    Object.assign(call.entry, { grant: grant.id, issuer: grant.issuer, repository: grant.repository });
    if (grant.jkt !== proof.jkt)
        throw notYours('approval-key');
    if (!(await once(store, `proof:${proof.jkt}`, proof.jti, proof.expiresAt)))
        throw new OAuthError('invalid_dpop_proof', 'dpop-replay', 'DPoP: the proof was used before');
    if (!(await notePoll(store, approval.hash, now, INTERVAL_MS)))
        throw new OAuthError('slow_down', 'approval-interval', 'poll no more often than the interval', {
            quiet: true,
        });
    if (approval.state === 'denied')
        throw new OAuthError('access_denied', 'approval-denied', 'an approver said no');
    if (approval.expires_at <= now)
        throw new OAuthError('expired_token', 'approval-expired', 'nobody answered in time');
    if (approval.state === 'waiting')
        throw new OAuthError('authorization_pending', 'approval', 'an approver must agree first', { quiet: true });
    return redeem(services, call, grant, approval);
}
function notYours(check) {
    return new OAuthError('invalid_grant', check, 'no such request, or another key asked');
}
/** The policy is asked again; the grant's clock starts now. */
async function redeem(services, call, grant, approval) {
    const { config, store, clock } = services;
    const now = clock();
    const targets = targetsOf(grant);
    const claims = claimsOf(grant);
    const rule = permit(config, grant.issuer, claims, targets);
    const asked = { grant: grant.id, issuer: grant.issuer, claims, targets, jkt: grant.jkt };
    if (sha256(describeRequest(config, rule, asked)) !== approval.request_sha256) {
        await endGrant(store, grant.id, now, 'policy');
        throw new OAuthError('access_denied', 'approval-stale', 'the policy changed after the approval');
    }
    const expiresAt = now + rule.ttl;
    return store.transaction().execute(async (transaction) => {
        const won = await redeemApproval(transaction, approval.hash, now);
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
    const targets = readTargets(required(form, 'authorization_details'));
    const proof = await verifyProof({ ...call, method: 'POST', now: services.clock() });
    const identity = await verifyToken(services, required(form, 'subject_token'));
    entry.issuer = identity.issuer;
    entry.repository = identity.repository;
    await seeOnce(services, identity, proof);
    const rule = permit(services.config, identity.issuer, identity.claims, targets);
    const id = (0,external_node_crypto_.randomBytes)(16).toString('hex');
    return grant(services, { id, identity, proof, rule, targets }, call);
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

;// CONCATENATED MODULE: ./lib/server/end.js


/** Ends a session for good: no more tokens, then its credentials, then its record. Idempotent. */
async function endSession(services, grant, reason) {
    const { store, clock } = services;
    await endGrant(store, grant, clock(), reason);
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
    const found = await findToken(services.store, required(call.form, 'token'));
    if (!found)
        return {};
    const { grant } = found;
    Object.assign(call.entry, { grant: grant.id, issuer: grant.issuer, repository: grant.repository });
    await audit(services.store, services.clock(), 'ok', call.entry);
    const { credentials, record } = await endSession(services, grant.id, 'revoked');
    return { revoked: true, credentials, record };
}

;// CONCATENATED MODULE: ./lib/server/oauth/routes.js











const MAX_FORM_BYTES = 64 * 1024;
const GRANTS = {
    [TOKEN_EXCHANGE]: { event: 'exchange', handle: exchange },
    refresh_token: { event: 'refresh', handle: refresh },
    [CIBA]: { event: 'poll', handle: poll },
};
function oauth(services) {
    const app = new dist/* Hono */.$();
    app.use(noteErrors(services));
    app.use(limitBody(MAX_FORM_BYTES));
    app.use(async (c, next) => {
        const limit = services.config.server.limits.requestsPerMinute;
        const count = await hit(services.store, `address:${c.var.network}`, services.clock());
        if (count > limit)
            throw new OAuthError('slow_down', 'rate-address', 'too many requests', {
                status: 429,
                quiet: count > limit + 1,
            });
        await next();
    });
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
    return { form, proof: c.req.header('dpop'), url: services.config.server.url + c.req.path, entry };
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

// EXTERNAL MODULE: ./node_modules/kysely/dist/raw-builder/sql.js + 1 modules
var sql = __webpack_require__(20189);
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
        return c.text(await metrics.registry.metrics(), 200, { 'Content-Type': metrics.registry.contentType });
    });
    return app;
}

// EXTERNAL MODULE: ./lib/core/terms.js
var terms = __webpack_require__(13728);
// EXTERNAL MODULE: ./lib/grants/terms.js
var grants_terms = __webpack_require__(53736);
// EXTERNAL MODULE: ./lib/credentials/target.js
var credentials_target = __webpack_require__(46569);
// EXTERNAL MODULE: ./lib/grants/limits.js
var limits = __webpack_require__(26887);
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
    const opened = { credentials: Object.create(null), authorities: Object.create(null) };
    for (const name of request.targets) {
        const target = options.config.targets[name];
        if (!target)
            throw new TypeError(`no target ${name}`);
        const resolved = (0,credentials_target/* credentialTarget */.t)(target, options.secrets);
        const credential = await makeOne(options, request, resolved);
        if (!credential)
            throw new GrantOver();
        opened.credentials[name] = credential;
        opened.authorities[name] = resolved.tls.ca;
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
        const { user, password, handle } = await options.providers[provider].issue({
            grantId: request.grant,
            target,
            expiresAt: request.expiresAt,
            limits: (0,limits/* resolveLimits */.f)(request.rule.guard, config.guards),
            secrets,
        });
        metrics.credentials.inc({ provider, result: 'made' });
        if (await confirmCredential(store, id, handle))
            return { user, password };
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
    app.route('/sessions', records.routes);
    app.route('/log', records.log);
    return app;
}

;// CONCATENATED MODULE: ./lib/server/app.js









function createApp(services, records) {
    const app = new dist/* Hono */.$();
    app.onError((error, c) => failure(services, error, c));
    app.notFound((c) => c.json({ error: 'not_found', correlation_id: c.var.correlation }, 404));
    app.use(observe(services));
    app.use((0,secure_headers/* secureHeaders */.K)({
        contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
        xFrameOptions: 'DENY',
        referrerPolicy: 'no-referrer',
        strictTransportSecurity: services.config.server.url.startsWith('https:') ? 'max-age=31536000' : false,
    }));
    app.get('/.well-known/oauth-authorization-server', (c) => c.json(metadata(services.config.server.url)));
    app.route('/oauth', oauth(services));
    app.route('/v1', resources(services, records));
    app.route('/', operations(services));
    return app;
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
        c.header('Cache-Control', 'no-store');
        c.header('Pragma', 'no-cache');
        const route = c.req.matchedRoutes.findLast((match) => match.path !== '/*')?.path ?? 'other';
        metrics.requests.inc({ method: c.req.method, route, status: c.res.status });
        metrics.duration.observe({ route }, (performance.now() - started) / 1000);
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
    };
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
    }
    catch (error) {
        log.error({ err: error }, 'the reaper failed');
    }
}

// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./lib/recording/journal.js
var journal = __webpack_require__(23184);
// EXTERNAL MODULE: ./lib/recording/shapes.js
var shapes = __webpack_require__(66705);
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
        await cut(session, stored.bytes);
        await cut(chunks, stored.size);
        await cut(receipts, given.size);
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
async function cut(file, size) {
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
function standing({ n, bytes, head, seal }) {
    return { chunks: n, bytes, head, ...(seal ? { seal: seal.seal } : {}) };
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
function sessions(options) {
    const { store } = options;
    const app = new dist/* Hono */.$();
    app.post('/:id/chunks', (c) => answer(c, options, async () => {
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
    app.post('/:id/seal', (c) => answer(c, options, async () => {
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
async function answer(c, { onError }, act) {
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
    const { directory, authorise, maxBytes, clock, onError } = options;
    const key = (0,chain/* signingKey */.NR)(options.key);
    const opened = (async () => {
        const log = await openSealLog((0,external_node_path_.join)((0,external_node_path_.dirname)(directory), 'log'), options.origin ?? `sluice-log/${key.x}`, key);
        const store = await openRecordDirectory({ dir: directory, key, log, maxBytes, clock });
        return { log, store };
    })();
    opened.catch((error) => onError?.(error));
    const store = {
        append: async (chunk) => (await opened).store.append(chunk),
        seal: async (seal, x) => (await opened).store.seal(seal, x),
    };
    return {
        routes: sessions({ store, authorise, ...(onError ? { onError } : {}) }),
        log: sealLog(async () => (await opened).log.checkpoint(), key.x),
        abandon: async (session) => (await opened).store.abandon(session),
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

const STEPS = { '0001-start': start };
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
        throw new errors/* SluiceError */.ah('STORE_FAILED', `the data directory ${directory} cannot be written (${code(error)})`, {
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
function code(error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

;// CONCATENATED MODULE: ./lib/server/start.js














const DRAIN_MS = 25_000;
/** Opens the store, then the port; throws `SluiceError`. A server that was killed starts clean: the reaper runs first. */
async function startServer(options) {
    const config = requireServer(options.config);
    const { log } = options;
    const directory = options.data ?? config.server.data;
    const store = await openStore(openSqlite(directory));
    try {
        const composed = await compose({ ...options, config }, store, directory);
        const listening = await listen(composed.app.fetch, options.listen ?? config.server.listen).catch(async (error) => {
            await composed.records.close();
            throw error;
        });
        const reaper = startReaper(composed.services);
        log.info({ address: listening.address, policy: config.sha256 }, 'listening');
        warnOfSecrets(config, options.secrets, log);
        for (const { message, line } of config.warnings)
            log.warn({ line }, `policy: ${message}`);
        return {
            address: listening.address,
            services: composed.services,
            async close() {
                await listening.close(DRAIN_MS);
                await reaper.stop();
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
        clock,
    });
    const services = {
        config,
        store,
        clock,
        log,
        metrics,
        records,
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
    return { services, app: createApp(services, records), records };
}
/** A secret that is missing shows now, not when the first job asks for it. */
function warnOfSecrets(config, secrets, log) {
    for (const { name, credential, tls } of Object.values(config.targets)) {
        const references = Object.values({ ...credential, ca: tls.ca });
        for (const reference of references)
            try {
                if (reference !== undefined && /^(env|file):/.test(reference))
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
        io.err(`sluice server: listening on ${server.address}\n`);
        await aborted(io.signal);
        io.err('sluice server: stopping\n');
        await server.close();
        return command/* EXIT */.d.ok;
    },
};
const LEVELS = ['debug', 'info', 'warn', 'error'];
function server_read(args) {
    const { values } = server_parse(args);
    const level = values['log-level'];
    if (!LEVELS.includes(level))
        throw new errors/* SluiceError */.ah('CONFIG_INVALID', `--log-level ${level} is not a level`, {
            hint: `Use ${LEVELS.join(', ')}`,
        });
    return {
        config: values.config,
        level,
        data: values.data,
        listen: values.listen === undefined ? undefined : readAddress(values.listen),
    };
}
function server_parse(args) {
    try {
        return (0,external_node_util_.parseArgs)({
            args,
            options: {
                config: { type: 'string', default: 'sluice.yml' },
                listen: { type: 'string' },
                data: { type: 'string' },
                'log-level': { type: 'string', default: 'info' },
            },
        });
    }
    catch (error) {
        throw new errors/* SluiceError */.ah('CONFIG_INVALID', error instanceof Error ? error.message : String(error), {
            hint: "See 'sluice help server'",
        });
    }
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

/***/ 3085:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ canonical)
/* harmony export */ });
/**
 * Canonical JSON: RFC 8785 restricted to strings, safe integers, booleans, null, arrays and objects.
 * Members that are `undefined` are left out. Throws `TypeError` on anything else.
 */
function canonical(value) {
    if (value === null || typeof value === 'boolean')
        return String(value);
    if (typeof value === 'string')
        return JSON.stringify(value.isWellFormed() ? value : value.toWellFormed());
    if (typeof value === 'number') {
        if (!Number.isSafeInteger(value))
            throw new TypeError(`canonical JSON holds integers only, not ${value}`);
        return String(value);
    }
    if (Array.isArray(value))
        return `[${value.map(canonical).join(',')}]`;
    if (typeof value !== 'object')
        throw new TypeError(`canonical JSON cannot hold a ${typeof value}`);
    const object = value;
    const members = [];
    for (const key of Object.keys(object).sort()) {
        const member = object[key];
        if (member !== undefined)
            members.push(`${JSON.stringify(key)}:${canonical(member)}`);
    }
    return `{${members.join(',')}}`;
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
        credential: { user: target.credential.user, password: target.credential.password.reveal() },
    }));
    return JSON.parse(JSON.stringify({ ...terms, targets }));
}
/** Strict: an unknown or missing member, or a wrong type, throws `SluiceError` CONFIG_INVALID that names the member, never its value. */
function termsFromJson(json) {
    const terms = fields(json, 'terms', invalid);
    const serverKey = terms.optional('serverKey', terms.text);
    const result = {
        session: terms.text('session'),
        expiresAt: time(terms, 'expiresAt'),
        claims: terms.record('claims', invalidText),
        access: terms.text('access'),
        policySha256: terms.text('policySha256'),
        targets: terms.list('targets', targetFrom),
        ...(serverKey === undefined ? {} : { serverKey }),
    };
    terms.end();
    return result;
}
function targetFrom(json, at) {
    const target = fields(json, at, invalid);
    const database = target.optional('database', target.text);
    const credential = target.object('credential');
    const result = {
        name: target.text('name'),
        protocol: target.text('protocol'),
        host: target.text('host'),
        port: target.integer('port'),
        ...(database === undefined ? {} : { database }),
        tls: tlsFrom(target.object('tls')),
        credential: { user: credential.text('user'), password: new Secret(credential.text('password')) },
        guard: guardFrom(target.object('guard')),
        masks: masksFrom(target.object('masks')),
        limits: limitsFrom(target.object('limits')),
    };
    credential.end();
    target.end();
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
    const result = {
        name: guard.text('name'),
        mode: guard.oneOf('mode', ['enforce', 'observe']),
        rules: guard.record('rules', (value, at) => choice(value, at, ['warn', 'hold', 'block'])),
        allow: guard.list('allow', (item, at) => exceptionFrom(fields(item, at, invalid))),
        ...(thresholds === undefined ? {} : { thresholds }),
    };
    guard.end();
    return result;
}
function exceptionFrom(entry) {
    const rule = entry.text('rule');
    const relations = entry.optional('relations', (name) => entry.list(name, invalidText));
    const result = {
        rule,
        ...(relations === undefined ? {} : { relations }),
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
    const result = {
        columns: masks.list('columns', (item, at) => {
            const column = fields(item, at, invalid);
            const mask = { pattern: column.text('pattern'), mask: column.oneOf('mask', MASKS) };
            column.end();
            return mask;
        }),
        detect: masks.list('detect', invalidText),
        ...(patterns === undefined ? {} : { patterns }),
        ...(predicates === undefined ? {} : { predicates: choice(predicates, 'predicates', ['strict', 'flag']) }),
    };
    masks.end();
    return result;
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
        const { user, password } = account(target, secrets);
        return { user, password, handle: user };
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
    if ('url' in credential)
        return (0,_url_js__WEBPACK_IMPORTED_MODULE_0__/* .connectionUrl */ .C)(secrets(credential.url), credential.url);
    const { user, password } = credential;
    return { user: /^(env|file):/.test(user) ? secrets(user).reveal() : user, password: secrets(password) };
}


/***/ }),

/***/ 46569:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ credentialTarget)
/* harmony export */ });
/** A target of the policy file with its certificate authority read. Throws `SluiceError` CREDENTIAL_FAILED. */
function credentialTarget(target, secrets) {
    const { name, host, port, database, credential, tls } = target;
    const { ca, ...rest } = tls;
    return {
        name,
        host,
        port,
        database,
        credential,
        tls: ca === undefined ? rest : { ...rest, ca: secrets(ca).reveal() },
    };
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
        ...(request.serverKey === undefined ? {} : { serverKey: request.serverKey }),
    };
}
function targetTerms(request, name, resolved) {
    const target = request.config.targets[name];
    const credential = Object.hasOwn(request.credentials, name) ? request.credentials[name] : undefined;
    if (!target || !credential)
        throw new TypeError(`no target or credential ${name}`);
    return {
        name,
        protocol: target.protocol,
        host: target.host,
        port: target.port,
        database: target.database,
        tls: resolveTls(target, request.authorities[name]),
        credential: { user: credential.user, password: credential.password },
        ...resolved,
    };
}
/** Without the reference; with the PEM when the target has one. */
function resolveTls(target, ca) {
    const { ca: reference, ...tls } = target.tls;
    if (reference !== undefined && ca === undefined)
        throw new TypeError(`no authority for ${target.name}`);
    return ca === undefined ? tls : { ...tls, ca };
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


/***/ }),

/***/ 97822:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mr: () => (/* binding */ verifyAs),
/* harmony export */   NR: () => (/* binding */ signingKey),
/* harmony export */   Oc: () => (/* binding */ MAX_LINE_BYTES),
/* harmony export */   T9: () => (/* binding */ genesis),
/* harmony export */   T_: () => (/* binding */ markLines),
/* harmony export */   Xy: () => (/* binding */ headAfter),
/* harmony export */   gN: () => (/* binding */ sealHash),
/* harmony export */   iU: () => (/* binding */ signAs),
/* harmony export */   jE: () => (/* binding */ publicKey),
/* harmony export */   kr: () => (/* binding */ chunkLine),
/* harmony export */   nI: () => (/* binding */ lineMarks),
/* harmony export */   sc: () => (/* binding */ sha256),
/* harmony export */   tm: () => (/* binding */ receiptLine)
/* harmony export */ });
/* unused harmony export CHUNK_BYTES */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3085);


const DOMAINS = {
    chunk: 'sluice-chunk-v1\0',
    receipt: 'sluice-receipt-v1\0',
    seal: 'sluice-seal-v1\0',
    sealed: 'sluice-sealed-v1\0',
};
/** Chunks are cut at event borders after this many bytes; one longer event is a chunk of its own. */
const CHUNK_BYTES = (/* unused pure expression or super */ null && (64 * 1024));
/** The longest event line, and so the longest chunk. */
const MAX_LINE_BYTES = 1024 * 1024;
function sha256(data) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('sha256', data, 'hex');
}
/** `prev` of the first chunk. */
function genesis(sid) {
    return sha256(`sluice-session-v1\0${sid}`);
}
/** The chain's head after this chunk. */
function headAfter(header) {
    return sha256(DOMAINS.chunk + (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .canonical */ .$)(header));
}
function sealHash(seal) {
    return sha256(DOMAINS.seal + (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .canonical */ .$)(seal));
}
/** Ed25519 signature over domain and canonical JSON, base64url. */
function signAs(domain, value, key) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.sign)(null, Buffer.from(DOMAINS[domain] + (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .canonical */ .$)(value)), key).toString('base64url');
}
/** False for anything that is not exactly one signature in base64url: no second spelling verifies. */
function verifyAs(domain, value, signature, key) {
    const bytes = exactBase64url(signature, 64);
    return bytes !== undefined && (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.verify)(null, Buffer.from(DOMAINS[domain] + (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .canonical */ .$)(value)), key, bytes);
}
/** Ed25519 public key from a JWK's `x`; undefined when it is not one. */
function publicKey(x) {
    if (exactBase64url(x, 32) === undefined)
        return undefined;
    try {
        return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
    }
    catch {
        return undefined;
    }
}
/** A signing key and its public part (JWK `x`). Throws `TypeError` when the JWK is not a private Ed25519 key. */
function signingKey(jwk) {
    if (jwk.kty !== 'OKP' || jwk.crv !== 'Ed25519' || !jwk.d || !jwk.x)
        throw new TypeError('the key is not a private Ed25519 JWK');
    const { kty, crv, d, x } = jwk;
    return { key: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPrivateKey)({ key: { kty, crv, d, x }, format: 'jwk' }), x };
}
/**
 * A 32-bit mark of every line, its line feed included: FNV-1a over words in two lanes, because it runs for every event
 * and a native call a line costs more.
 */
function markLines(bytes) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const marks = [];
    for (let at = 0; at < bytes.length;) {
        const newline = bytes.indexOf(10, at);
        const end = newline === -1 ? bytes.length : newline + 1;
        let one = FNV_START;
        let two = FNV_START;
        for (; at + 8 <= end; at += 8) {
            one = Math.imul(one ^ view.getInt32(at, true), FNV_PRIME);
            two = Math.imul(two ^ view.getInt32(at + 4, true), FNV_PRIME);
            // A product carries only upward; this brings it down again.
            one ^= one >>> 15;
            two ^= two >>> 15;
        }
        for (; at < end; at++)
            one = Math.imul(one ^ bytes[at], FNV_PRIME);
        marks.push((one ^ Math.imul(two, FNV_PRIME)) >>> 0);
    }
    return marks;
}
const FNV_START = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
/** The marks of a chunk's lines, base64url. They are not signed: they tell a reader which line changed. */
function lineMarks(body) {
    const marks = markLines(body);
    const bytes = Buffer.allocUnsafe(marks.length * 4);
    for (const [index, mark] of marks.entries())
        bytes.writeUInt32BE(mark, index * 4);
    return bytes.toString('base64url');
}
/** A line of `chunks.jsonl`, without the line feed. */
function chunkLine(header, key, signature, body) {
    return (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .canonical */ .$)({ header, key, marks: lineMarks(body), signature });
}
/** A line of `receipts.jsonl`, without the line feed. */
function receiptLine(receipt, key, signature) {
    return (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .canonical */ .$)({ key, receipt, signature });
}
function exactBase64url(text, length) {
    const bytes = Buffer.from(text, 'base64url');
    return bytes.length === length && bytes.toString('base64url') === text ? bytes : undefined;
}


/***/ }),

/***/ 23184:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ FILES)
/* harmony export */ });
/* unused harmony export openJournal */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3828);
// The record's files on the local disk. Every write is synchronous: what returned survives this process.



const FILES = {
    session: 'session.jsonl',
    chunks: 'chunks.jsonl',
    receipts: 'receipts.jsonl',
    seal: 'seal.json',
};
/** Opens a new record. Throws RECORD_FAILED when the directory cannot be used or already holds one. */
function openJournal(dir, write = (fd, data, offset) => writeSync(fd, data, offset)) {
    const fds = [];
    const guard = (what, act) => {
        try {
            return act();
        }
        catch (cause) {
            throw failure(dir, what, cause);
        }
    };
    const open = (name) => {
        const fd = openSync(join(dir, name), 'wx+', 0o600);
        fds.push(fd);
        return { fd, size: 0 };
    };
    const [session, chunks, receipts] = guard('be created', () => {
        mkdirSync(dir, { recursive: true, mode: 0o700 });
        return [open(FILES.session), open(FILES.chunks), open(FILES.receipts)];
    });
    const append = (file, data) => guard('be written', () => {
        try {
            for (let at = 0; at < data.length;)
                at += write(file.fd, data, at);
            file.size += data.length;
        }
        catch (cause) {
            takeBack(file.fd, file.size);
            throw cause;
        }
    });
    const read = (fd, off, len) => guard('be read', () => {
        const bytes = Buffer.alloc(len);
        for (let at = 0; at < len;) {
            const n = readSync(fd, bytes, at, len - at, off + at);
            if (n === 0)
                throw new Error('the file is shorter than what was written');
            at += n;
        }
        return bytes;
    });
    return {
        session: (lines) => append(session, lines),
        chunk: (line) => append(chunks, Buffer.from(`${line}\n`)),
        receipt: (line) => append(receipts, Buffer.from(`${line}\n`)),
        seal: (text) => guard('be sealed', () => writeFileSync(join(dir, FILES.seal), text, { flag: 'wx', mode: 0o600, flush: true })),
        read: (off, len) => read(session.fd, off, len),
        chunkLines: () => read(chunks.fd, 0, chunks.size).toString().split('\n').slice(0, -1),
        sync: () => guard('be synced', () => {
            for (const { fd } of [session, chunks, receipts])
                fdatasyncSync(fd);
        }),
        close: () => {
            for (const fd of fds.splice(0))
                closeQuietly(fd);
        },
    };
}
function takeBack(fd, size) {
    try {
        ftruncateSync(fd, size);
    }
    catch {
        // The first error says more; `verify` knows torn lines.
    }
}
function closeQuietly(fd) {
    try {
        closeSync(fd);
    }
    catch {
        // Everything that counts was written and synced before.
    }
}
function failure(dir, what, cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown error';
    const hint = code === 'EEXIST'
        ? 'Each session needs a directory of its own: use an empty one'
        : 'Check that the disk has room and the directory is writable';
    return new SluiceError('RECORD_FAILED', `the session record in ${dir} could not ${what} (${code})`, {
        hint,
        cause,
    });
}


/***/ }),

/***/ 66705:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O6: () => (/* binding */ isSealBody),
/* harmony export */   Sd: () => (/* binding */ isSessionId),
/* harmony export */   Ud: () => (/* binding */ isChunkLine),
/* harmony export */   cW: () => (/* binding */ isSealFile),
/* harmony export */   fQ: () => (/* binding */ isChunkHeader),
/* harmony export */   nT: () => (/* binding */ isReceiptLine),
/* harmony export */   u4: () => (/* binding */ isRecord)
/* harmony export */ });
/* unused harmony exports isChunkReceipt, isSealReceipt */
const isText = (value) => typeof value === 'string' && value.length <= 200;
const isCount = (value) => Number.isSafeInteger(value) && value >= 0;
const isHash = (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
const isTime = (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value);
/** A session's id: part of paths, so nothing else than these characters. */
function isSessionId(value) {
    return typeof value === 'string' && /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/.test(value);
}
function isChunkHeader(value) {
    return has(value, { sid: isText, seq: isCount, off: isCount, len: isCount, sha256: isHash, prev: isHash });
}
function isChunkReceipt(value) {
    return has(value, { sid: isText, seq: isCount, head: isHash, t: isTime });
}
function isSealBody(value) {
    return has(value, {
        sid: isText,
        n: isCount,
        bytes: isCount,
        head: isHash,
        sha256: isHash,
        reason: isText,
    });
}
function isSealReceipt(value) {
    return has(value, { sid: isText, seal: isHash, t: isTime }, { key: isText });
}
function isChunkLine(value) {
    const isMarks = (marks) => typeof marks === 'string';
    return has(value, { header: isChunkHeader, key: isText, marks: isMarks, signature: isText });
}
function isReceiptLine(value) {
    return has(value, { key: isText, receipt: isChunkReceipt, signature: isText });
}
function isSealFile(value) {
    const required = {
        v: (v) => v === 1,
        kept: (kept) => kept === 'server' || kept === 'local',
        seal: isSealBody,
    };
    const optional = { signature: isText, key: isText, server_key: isText, receipt: isSealReceipt };
    return has(value, required, { ...optional, countersignature: isText });
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function has(value, required, optional = {}) {
    if (!isRecord(value))
        return false;
    for (const [name, check] of Object.entries(required))
        if (!Object.hasOwn(value, name) || !check(value[name]))
            return false;
    for (const name of Object.keys(value)) {
        if (Object.hasOwn(required, name))
            continue;
        const check = Object.hasOwn(optional, name) ? optional[name] : undefined;
        if (!check?.(value[name]))
            return false;
    }
    return true;
}


/***/ })

};
