import type { JsonSchema } from '../../../nodes/shared/operation/output';

/** The schema as a judge: nothing besides what it names. */
export function strict({ properties, items, additionalProperties, ...schema }: JsonSchema): object {
	return {
		...schema,
		...(items && { items: strict(items) }),
		...(properties && {
			properties: Object.fromEntries(Object.entries(properties).map(([key, inner]) => [key, strict(inner)])),
			additionalProperties: additionalProperties ?? false,
		}),
	};
}
