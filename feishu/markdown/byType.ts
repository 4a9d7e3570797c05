/** One function for each kind of a union, instead of a switch. */
export type ByType<Union extends { type: string }, Arguments extends unknown[], Result> = {
	readonly [Type in Union['type']]: (value: Extract<Union, { type: Type }>, ...rest: Arguments) => Result;
};

export function byType<Union extends { type: string }, Arguments extends unknown[], Result>(
	table: ByType<Union, Arguments, Result>,
	value: Union,
	...rest: Arguments
): Result {
	const handler = table[value.type as Union['type']] as (value: Union, ...rest: Arguments) => Result;
	return handler(value, ...rest);
}
