import { InputError } from '../input';
import { isEmpty } from './endpointCheck';
import type { EndpointField } from './endpointFields';
import { openedFields } from './endpointForm';
import { notesOn, type Note } from './endpointNotes';
import { nearestName } from './nearestName';
import type { Endpoint, ParameterSchema, RequestPart } from './types';

/**
 * Fields for values that the endpoint does not know, where they have a place in its request. They take any JSON.
 * @throws InputError about a name that has none, such as one without its part
 */
export function unknownFields(
	endpoint: Endpoint,
	fields: readonly EndpointField[],
	values: Readonly<Record<string, unknown>>,
): EndpointField[] {
	const known = [...fields, ...fields.flatMap((field) => openedFields(endpoint, field))].map(({ id }) => id);
	return Object.keys(values)
		.filter((id) => !known.includes(id) && !isEmpty(values[id]))
		.map((id) => {
			const [, part, name] = /^(query|body)\.([^.]+)$/.exec(id) ?? [];
			// A body that is a list, or free, has no place beside itself.
			if (part === undefined || name === undefined || known.includes(part)) throw withoutPlace(id, known, fields);
			return {
				id,
				part: part as 'query' | 'body',
				name,
				label: name,
				required: false,
				schema: {},
				paging: false,
				idempotency: false,
			};
		});
}

function withoutPlace(id: string, known: readonly string[], fields: readonly EndpointField[]): InputError {
	const nearest =
		known.find((one) => one.slice(one.indexOf('.') + 1) === id) ?? nearestName(id, known) ?? undefined;
	const all = fields.length === 0 ? 'It takes none' : `It takes: ${fields.map((field) => field.id).join(', ')}`;
	return new InputError(
		id,
		`The endpoint has no parameter '${id}'`,
		nearest === undefined ? all : `Did you mean '${nearest}'? ${all}`,
	);
}

/**
 * What the platform most likely leaves out, in words.
 * @param parts the request's values as they go out
 * @param anyName takes names that are nearly known ones as they are
 * @throws InputError about such a name, with its path and the known one
 */
export function hintsOn(
	{ request, undocumented }: Endpoint,
	parts: Readonly<Record<RequestPart, unknown>>,
	anyName: boolean,
): string[] {
	if (undocumented) return [];
	const notes = (['query', 'body'] as const).flatMap((part) => [...notesOn(schemaOf(request?.[part]), parts[part])]);
	const slip = anyName ? undefined : notes.find(({ nearest }) => nearest !== undefined);
	if (slip) throw misspelt(slip);
	return notes.filter((note) => !anyName || note.because !== undefined).map(inWords);
}

/** An endpoint that takes nothing in a part knows no name there. */
const schemaOf = (schema: ParameterSchema | undefined): ParameterSchema => schema ?? { properties: {} };

function misspelt({ path, name, nearest = '' }: Note): InputError {
	const right = `${path.slice(0, path.length - name.length)}${nearest}`;
	return new InputError(
		path,
		`The endpoint has no '${path}'; it has '${right}'`,
		`Write '${nearest}' in place of '${name}'. If the documentation has it as you wrote it, switch on the option 'Send Unknown Names'`,
	);
}

function inWords({ path, because }: Note): string {
	return because === undefined
		? `The catalog does not know '${path}'. It was sent; the platform leaves out what it does not know.`
		: `The platform leaves out '${path}', because '${because}' is given too.`;
}
