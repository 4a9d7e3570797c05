/** What an address leads to. */
export interface TablePlace {
	app_token: string;
	table_id: string;
	view_id?: string;
}

/**
 * The address that opens a table in the browser.
 * @param entered what somebody filled in for the base: of its address, or that of its page in a wiki, host and path are kept
 * @param web where people open documents, for a base that was not entered by its address
 * @returns undefined where nobody knows the host
 */
export function tableAddress(
	entered: string,
	web: string | undefined,
	{ app_token, table_id, view_id }: TablePlace,
): string | undefined {
	const given = URL.canParse(entered) && /^https?:/i.test(entered) ? new URL(entered) : undefined;
	const base = given ? `${given.origin}${given.pathname}` : web && `${web}/base/${app_token}`;
	if (!base) return undefined;
	return `${base}?table=${table_id}${view_id ? `&view=${view_id}` : ''}`;
}
