/** The protocols that a target may speak, with the port that is meant when an address has none. */
export const PORTS: Readonly<Record<string, number>> = { postgres: 5432, ssh: 22, http: 443 }
