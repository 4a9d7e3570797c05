/** A table, or one of its views. */
export interface TablePlace {
	table_id: string;
	view_id?: string;
}

/**
 * The address that opens a table in the browser.
 * @param base an address that opens its base, or its page in a wiki; what it says of a table is left out
 * @returns undefined for what is no address
 */
export function tableAddress(base: string, { table_id, view_id }: TablePlace): string | undefined {
	if (!/^https?:/i.test(base) || !URL.canParse(base)) return undefined;
	const { origin, pathname } = new URL(base);
	return `${origin}${pathname}?table=${table_id}${view_id ? `&view=${view_id}` : ''}`;
}
