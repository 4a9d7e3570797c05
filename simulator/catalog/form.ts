import type { Call } from '../gateway/route';
import { type Field, readInput, required, type Shape } from '../platform/validate';
import type { Endpoint } from './endpoints';
import { shapeOf } from './fields';

/** What stands for a file among the fields of a form: its bytes are read and dropped. */
const FILE = Symbol('file');

const file: Field<unknown> = {
	read(value, name, _source, violations) {
		if (value !== undefined && value !== FILE)
			violations.push({ field: name, value: '', description: `${name} is not a file with bytes in it` });
		return value;
	},
};

/** The fields of an upload's form. A file that is all of the form is mandatory, whatever its page says. */
export function fieldsOf({ request: { body } = {} }: Endpoint): Shape {
	const properties = Object.entries(body?.properties ?? {});
	const shape = shapeOf(body);
	for (const [name, property] of properties) {
		if (property.type !== 'file') continue;
		shape[name] = body?.required?.includes(name) || properties.length === 1 ? required(file) : file;
	}
	return shape;
}

/** Reads a form to its end; throws 99992402 with every violation. A request that is no form has no field. */
export async function readForm(fields: Shape, call: Call): Promise<void> {
	const given: Record<string, unknown> = {};
	if (call.contentType.toLowerCase().startsWith('multipart/form-data')) {
		for await (const part of call.parts()) {
			let size = 0;
			for await (const chunk of part.stream ?? []) size += chunk.length;
			given[part.name] = !part.stream ? part.value : size > 0 ? FILE : '';
		}
	}
	// Every field of a form is text, as in a query.
	readInput({ query: fields, body: {} }, { query: given, body: {} });
}
