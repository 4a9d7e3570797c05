/** The area at the top left of a sheet that these rows fill: up to nine columns, as a sheet in a document has. */
export function areaText(sheetId: string, rows: ReadonlyArray<readonly unknown[]>): string {
	const columns = Math.max(1, ...rows.map(({ length }) => length));
	return `${sheetId}!A1:${String.fromCharCode(64 + columns)}${Math.max(1, rows.length)}`;
}
