/** JSON as it comes from outside: nothing about it is certain. */
export type JsonObject = { [key: string]: unknown };

export function isObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value if it is an object, otherwise an empty one. */
export function object(value: unknown): JsonObject {
	return isObject(value) ? value : {};
}

/** The value if it is a text, otherwise an empty one. */
export function text(value: unknown): string {
	return typeof value === 'string' ? value : '';
}

/** A JSON object from text; undefined when it is something else. */
export function parseObject(json: string): JsonObject | undefined {
	try {
		const value: unknown = JSON.parse(json);
		return isObject(value) ? value : undefined;
	} catch {
		return undefined;
	}
}
