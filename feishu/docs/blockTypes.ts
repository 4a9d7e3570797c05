/**
 * Types of blocks by their number, and the key under which each has what it says.
 * @see https://open.feishu.cn/document/docs/docs/data-structure/block
 */
const TYPES = {
	page: 1,
	text: 2,
	heading1: 3,
	heading2: 4,
	heading3: 5,
	heading4: 6,
	heading5: 7,
	heading6: 8,
	heading7: 9,
	heading8: 10,
	heading9: 11,
	bullet: 12,
	ordered: 13,
	code: 14,
	quote: 15,
	equation: 16,
	todo: 17,
	bitable: 18,
	callout: 19,
	chat_card: 20,
	diagram: 21,
	divider: 22,
	file: 23,
	grid: 24,
	grid_column: 25,
	iframe: 26,
	image: 27,
	isv: 28,
	mindnote: 29,
	sheet: 30,
	table: 31,
	table_cell: 32,
	view: 33,
	quote_container: 34,
	task: 35,
	okr: 36,
	okr_objective: 37,
	okr_key_result: 38,
	okr_progress: 39,
	add_ons: 40,
	jira_issue: 41,
	wiki_catalog: 42,
	board: 43,
	agenda: 44,
	agenda_item: 45,
	agenda_item_title: 46,
	agenda_item_content: 47,
	link_preview: 48,
	source_synced: 49,
	reference_synced: 50,
	sub_page_list: 51,
	ai_template: 52,
	undefined: 999,
} as const;

export type BlockKind = keyof typeof TYPES;

export const blockType = (kind: BlockKind): number => TYPES[kind];

const KINDS = new Map(Object.entries(TYPES).map(([kind, type]) => [type as number, kind as BlockKind]));

/** `undefined`, the platform's own word for it, also for a type that is newer than the list. */
export const blockKind = (type: unknown): BlockKind => KINDS.get(Number(type)) ?? 'undefined';

/** Those that say something in elements of text. */
const WITH_WORDS = /^(?:page|text|heading\d|bullet|ordered|code|quote|todo|agenda_item_title)$/;

export const hasWords = (kind: BlockKind): boolean => WITH_WORDS.test(kind);
