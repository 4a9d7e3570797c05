import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CATALOG, readCommitted } from '../../../scripts/catalog/files';
import type { Index } from '../../../scripts/catalog/indexes';
import { walk } from '../../../scripts/catalog/schema';
import { PARTS, type Endpoint, type Schema } from '../../../scripts/catalog/types';

/** The catalog as it is committed: what ships. */
export const endpoints: Endpoint[] = [...readCommitted().values()];

export const index = JSON.parse(readFileSync(join(CATALOG, 'index.json'), 'utf8')) as Index;

export const byId = (id: string): Endpoint => {
	const found = endpoints.find((endpoint) => endpoint.id === id);
	if (!found) throw new Error(`Not in the catalog: ${id}`);
	return found;
};

/** Every field of an endpoint's request with its path, the parts themselves included. */
export const fieldsOf = ({ request }: Endpoint): [path: string, schema: Schema][] =>
	PARTS.flatMap((part) => (request?.[part] ? [...walk(request[part], part)] : []));
