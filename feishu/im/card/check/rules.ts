/** What holds between the elements of a card 2.0: places, names, ids, numbers. */
import { isObject, text, type JsonObject } from '../../../json';
import { tableCount } from '../../../markdown/parse';
import { ELEMENT_ID } from '../context';
import { ELEMENTS_LIMIT, MARKDOWN_TABLES_LIMIT, NESTING_LIMIT, TABLES_LIMIT } from '../limits';
import type { Reporter } from './reporter';
import { checkTable } from './table';
import { TAGS, type TagFacts } from './tags';
import type { Visit } from './walk';

/** What is remembered from one element to the next. */
interface Memory {
	ids: Set<string>;
	names: Set<string>;
	tables: number;
}

type Rule = (visit: Visit, report: Reporter, memory: Memory) => void;

/** @throws InputError at the first element that breaks a rule */
export function checkRules(found: readonly Visit[], report: Reporter): void {
	const last = found[ELEMENTS_LIMIT];
	if (last)
		throw report.tooMuch(
			last.path,
			last.tag,
			`with it the card has more than ${ELEMENTS_LIMIT} elements, of ${found.length}`,
			'Components, texts and icons count. Take some out, or gather texts in one markdown element',
		);
	const memory: Memory = { ids: new Set(), names: new Set(), tables: 0 };
	for (const visit of found) for (const rule of RULES) rule(visit, report, memory);
}

const ids: Rule = ({ element, path, tag }, report, memory) => {
	const { element_id: id } = element;
	if (id === undefined || id === '') return;
	if (typeof id !== 'string' || !ELEMENT_ID.test(id))
		throw report.error(
			path,
			tag,
			`the element_id '${String(id)}' is not possible`,
			'A letter, then letters, digits and underscores, 20 characters at most',
		);
	if (memory.ids.has(id)) throw report.error(path, tag, `the element_id '${id}' is used twice`, 'IDs must differ');
	memory.ids.add(id);
};

const places: Rule = ({ path, tag, around, isComponent }, report) => {
	const facts = factsOf(tag);
	if (!isComponent || !facts) return;
	const outer = around.filter((one) => factsOf(one.tag)?.container);
	if (facts.rootOnly && outer.length > 0)
		throw report.error(path, tag, `a ${tag} can stand only directly in the card`, 'Take it out of what is around it');
	if (facts.formOnly && !around.some((one) => one.tag === 'form'))
		throw report.error(path, tag, `a ${tag} works in a form only`, 'Put it into a form with a submit button');
	if (facts.container && outer.length >= NESTING_LIMIT)
		throw report.error(path, tag, `it lies deeper than ${NESTING_LIMIT} containers`, 'Nest less');
};

const tables: Rule = ({ element, path, tag }, report, memory) => {
	if (tag !== 'table') return;
	if (++memory.tables > TABLES_LIMIT)
		throw report.tooMuch(
			path,
			tag,
			`it is table ${memory.tables}; Feishu takes at most ${TABLES_LIMIT} in a card`,
			'Join tables, split the card, or send them as a file',
		);
	checkTable(element, (message, advice) => report.error(path, tag, message, advice));
};

const markdownTables: Rule = ({ element, path, tag }, report) => {
	if (tag !== 'markdown') return;
	const count = tableCount(text(element.content));
	if (count > MARKDOWN_TABLES_LIMIT)
		throw report.tooMuch(
			path,
			tag,
			`it has ${count} tables; Feishu takes at most ${MARKDOWN_TABLES_LIMIT} in a text`,
			'Divide the text among several markdown elements',
		);
};

const charts: Rule = ({ element, path, tag }, report) => {
	if (tag === 'chart' && !isObject(element.chart_spec))
		throw report.error(path, tag, 'chart_spec is no object', 'A VChart object with type, data and fields');
};

const forms: Rule = (visit, report, memory) => {
	const { element, path, tag, around } = visit;
	const facts = factsOf(tag);
	if (tag !== 'form' && !(facts?.interactive && around.some((one) => one.tag === 'form'))) return;
	const name = text(element.name);
	if (name === '') throw report.error(path, tag, 'it has no name', 'Forms and what people fill in need names');
	if (memory.names.has(name))
		throw report.error(path, tag, `the name '${name}' is used twice`, 'Names must differ in the whole card');
	memory.names.add(name);
	if (tag === 'form' && !hasSubmit(element))
		throw report.error(path, tag, 'it has no submit button', 'Add a button with "form_action_type": "submit"');
};

const RULES: readonly Rule[] = [places, ids, forms, tables, markdownTables, charts];

function hasSubmit(value: unknown): boolean {
	if (Array.isArray(value)) return (value as unknown[]).some(hasSubmit);
	if (!isObject(value)) return false;
	if (value.tag === 'button' && isSubmit(value)) return true;
	return ['elements', 'columns'].some((list) => hasSubmit(value[list]));
}

/** `action_type` is the older name. */
function isSubmit(button: JsonObject): boolean {
	return button.form_action_type === 'submit' || button.action_type === 'form_submit';
}

function factsOf(tag: string): TagFacts | undefined {
	return Object.hasOwn(TAGS, tag) ? TAGS[tag] : undefined;
}
