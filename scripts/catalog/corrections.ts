import { orderedEndpoint } from './merge';
import { PARTS, type Correction, type Endpoint, type Schema } from './types';

function setField(endpoint: Endpoint, path: string, change: (Schema & { isRequired?: boolean }) | null): void {
	const part = PARTS.find((each) => path.startsWith(`${each}.`));
	const name = path.split('.')[1];
	if (!part || !name || path.split('.').length !== 2)
		throw new Error(`A correction can't reach ${path} of ${endpoint.id}`);
	const request = (endpoint.request ??= {});
	const schema = (request[part] ??= { type: 'object', properties: {} });
	const properties = (schema.properties ??= {});
	schema.required = (schema.required ?? []).filter((each) => each !== name || (change && change.isRequired !== false));
	if (!change) {
		delete properties[name];
		if (Object.keys(properties).length === 0) delete request[part];
		return;
	}
	const { isRequired, ...rest } = change;
	properties[name] = rest;
	if (isRequired) {
		schema.required = [...new Set([...schema.required, name])];
		request.need = [...new Set([...(request.need ?? []), part])];
	}
}

/** The row with a correction applied; the row itself stays as it was. */
export function correct(endpoint: Endpoint, correction: Correction): Endpoint {
	const result = structuredClone(endpoint);
	for (const [key, value] of Object.entries(correction.set ?? {})) {
		Object.assign(result, { [key]: value ?? undefined });
	}
	for (const [path, change] of Object.entries(correction.fields ?? {})) setField(result, path, change);
	return orderedEndpoint(result);
}

export interface Corrected {
	endpoints: Endpoint[];
	/** What in the corrections changes nothing any more and is to be taken out: "<id>: <key or field>". */
	idle: string[];
}

/** The same correction, one change at a time, with the name of what it changes. */
const singly = ({ set = {}, fields = {}, ...rest }: Correction): [name: string, Correction][] => [
	...Object.entries(set).map(([key, value]): [string, Correction] => [key, { ...rest, set: { [key]: value } }]),
	...Object.entries(fields).map(([path, value]): [string, Correction] => [
		path,
		{ ...rest, fields: { [path]: value } },
	]),
];

/** Applies the reviewed corrections. Fails on one whose endpoint does not exist. */
export function correctAll(endpoints: Endpoint[], corrections: Correction[]): Corrected {
	const byId = new Map(endpoints.map((endpoint) => [endpoint.id, orderedEndpoint(endpoint)]));
	const idle: string[] = [];
	for (const correction of corrections) {
		const before = byId.get(correction.id);
		if (!before) throw new Error(`A correction names an endpoint that does not exist: ${correction.id}`);
		let row = before;
		for (const [name, change] of singly(correction)) {
			const after = correct(row, change);
			if (JSON.stringify(row) === JSON.stringify(after)) idle.push(`${correction.id}: ${name}`);
			row = after;
		}
		byId.set(correction.id, row);
	}
	return { endpoints: [...byId.values()], idle };
}
