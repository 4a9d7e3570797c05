/** Types of blocks and the names under which their content stands. Source: https://open.feishu.cn/document/docs/docs/data-structure/block */
const CONTENT_NAMES = new Map<number, string>([
	[1, 'page'],
	[2, 'text'],
	...Array.from({ length: 9 }, (_, index): [number, string] => [index + 3, `heading${index + 1}`]),
	[12, 'bullet'],
	[13, 'ordered'],
	[14, 'code'],
	[15, 'quote'],
	[16, 'equation'],
	[17, 'todo'],
	[18, 'bitable'],
	[19, 'callout'],
	[20, 'chat_card'],
	[21, 'diagram'],
	[22, 'divider'],
	[23, 'file'],
	[24, 'grid'],
	[25, 'grid_column'],
	[26, 'iframe'],
	[27, 'image'],
	[28, 'isv'],
	[29, 'mindnote'],
	[30, 'sheet'],
	[31, 'table'],
	[32, 'table_cell'],
	[33, 'view'],
	[34, 'quote_container'],
	[35, 'task'],
	[36, 'okr'],
	[37, 'okr_objective'],
	[38, 'okr_key_result'],
	[39, 'okr_progress'],
	[40, 'add_ons'],
	[41, 'jira_issue'],
	[42, 'wiki_catalog'],
	[43, 'board'],
	[44, 'agenda'],
	[45, 'agenda_item'],
	[46, 'agenda_item_title'],
	[47, 'agenda_item_content'],
	[48, 'link_preview'],
	[49, 'source_synced'],
	[50, 'reference_synced'],
	[51, 'sub_page_list'],
	[52, 'ai_template'],
	[999, 'undefined'],
]);

export const contentName = (type: number): string | undefined => CONTENT_NAMES.get(type);

const BY_NAME = new Map([...CONTENT_NAMES].map(([type, name]) => [name, type]));

/** The types that the rules speak of, by name. */
export function typeOf(name: string): number {
	const type = BY_NAME.get(name);
	if (type === undefined) throw new Error(`no block is called ${name}`);
	return type;
}
