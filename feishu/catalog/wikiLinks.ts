import { InputError } from '../input';
import { endpointFields } from './endpointFields';
import { openedFields } from './endpointForm';
import { contentAt, wikiNodeIn, type Content } from './endpointLinks';
import type { Endpoint } from './types';

type Values = Readonly<Record<string, unknown>>;

/** What lies behind a wiki's page. */
export interface WikiNode {
	obj_type: string;
	obj_token: string;
	/** The wiki. */
	space_id?: string;
	/** The page above it; empty for a page of the first level. */
	parent_node_token?: string;
}

/** Parameters that say of which type a file is whose token is asked for. */
const TYPES = ['type', 'file_type', 'obj_type', 'doc_type', 'docType'];

/** What people call a page's content. */
const WORDS: Readonly<Record<string, string>> = {
	docx: 'a document',
	doc: 'a document of the old kind',
	sheet: 'a spreadsheet',
	bitable: 'a base',
	mindnote: 'a mind map',
	slides: 'slides',
	file: 'a file',
};

/**
 * The values with the IDs of documents in place of the addresses of a wiki's pages, where an endpoint takes the former: a
 * page has an ID of its own.
 * @param nodeOf looks a page up
 * @throws InputError where something else lies there than the endpoint takes
 */
export async function withoutWikiLinks(
	endpoint: Endpoint,
	values: Values,
	nodeOf: (token: string) => Promise<WikiNode>,
): Promise<Values> {
	const all = endpointFields(endpoint);
	const fields = [...all, ...all.flatMap((field) => openedFields(endpoint, field))];
	// Who is let in has a type, too.
	const type = fields.find(({ name, schema }) => TYPES.includes(name) && (schema.enum?.includes('doc') ?? true));
	const wanted = type && typeof values[type.id] === 'string' ? String(values[type.id]) : undefined;
	const found = { ...values };
	for (const { id, name, label } of fields) {
		const token = wikiNodeIn(values[id]);
		const content = contentAt(name);
		if (token === undefined || content === undefined || (content === 'any' && takesPages(endpoint, type !== undefined, wanted)))
			continue;
		const node = await nodeOf(token);
		refuseOther(label, content, wanted, node);
		found[id] = node.obj_token;
	}
	return found;
}

/** Some endpoints take a page itself, and say so by the type. Where it was not chosen, that is complained about. */
const takesPages = ({ domain }: Endpoint, hasType: boolean, wanted: string | undefined): boolean =>
	domain === 'wiki' || wanted === 'wiki' || (hasType && wanted === undefined);

function refuseOther(label: string, content: Content, wanted: string | undefined, { obj_type }: WikiNode): void {
	const takes = content === 'any' ? wanted : content;
	if (takes === undefined || takes === obj_type) return;
	throw new InputError(
		label,
		`The field '${label}' takes ${WORDS[takes] ?? takes}; the wiki's page holds ${WORDS[obj_type] ?? obj_type}`,
		`Choose a page that holds ${WORDS[takes] ?? takes}${content === 'any' ? `, or ${obj_type} as the type` : ''}`,
	);
}
