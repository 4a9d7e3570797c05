import { InputError } from '../input';

/** What the address of a base, a table or a record says. */
export interface BaseAddress {
	/** Of the base itself; undefined where a wiki's page has to be looked up first. */
	appToken?: string;
	/** Of the wiki's page that holds the base. */
	wikiNode?: string;
	/** `tbl…` */
	table?: string;
	/** `vew…` */
	view?: string;
	/** `rec…` */
	record?: string;
	/** What is open in place of a table: `blk…`, `wkf…` or `ldx…`. */
	other?: string;
}

/** What the parameter `table` may hold in place of a table. */
const NO_TABLE: Readonly<Record<string, string>> = {
	blk: 'a dashboard',
	wkf: 'an automation',
	ldx: 'a document inside the base',
};

/** Addresses in which no ID stands that a program could use. */
const SHARED = /\/(?:share\/base|record)\/\S/;

const TOKEN = /^[A-Za-z0-9]{10,64}$/;

/**
 * The IDs in what a person entered for a base: its token, or an address of the browser (a base's or a wiki page's, of
 * Feishu, Lark or a host of its own; the path tells, not the host).
 * @param label the name of the field on the panel
 * @throws InputError for anything else, with where to copy the right one
 */
export function baseAddress(label: string, entered: string): BaseAddress {
	const given = entered.trim();
	if (given === '') throw new InputError(label, `The field '${label}' is empty`, COPY);
	if (!/^https?:\/\//i.test(given)) return bareToken(label, given);
	if (!URL.canParse(given)) throw noBase(label, given);
	const { pathname, searchParams } = new URL(given);
	if (SHARED.test(pathname))
		throw new InputError(
			label,
			`The field '${label}' holds the address of something shared, which does not say of which base it is`,
			'Open the base itself in the browser and copy the address from there: it has /base/ or /wiki/ in it',
		);
	const [, kind, token] = /\/(base|wiki)\/([A-Za-z0-9]+)/.exec(pathname) ?? [];
	if (kind === undefined || token === undefined || token === 'settings' || token === 'space')
		throw noBase(label, given);
	return {
		...(kind === 'base' ? { appToken: token } : { wikiNode: token }),
		...idOf('table', 'tbl', searchParams.get('table')),
		...otherOf(searchParams.get('table')),
		...idOf('view', 'vew', searchParams.get('view')),
		...idOf('record', 'rec', searchParams.get('record')),
	};
}

const COPY =
	'Open the base in the browser and copy the address, such as https://example.feishu.cn/base/UyfIbA…?table=tbl…';

/** Of which form tokens are nobody promises; what is plainly another ID is told. */
function bareToken(label: string, token: string): BaseAddress {
	const other = /^(tbl|vew|rec|fld|oc_|ou_|cli_)/.exec(token)?.[1];
	if (other === undefined && TOKEN.test(token)) return { appToken: token };
	throw new InputError(label, `The field '${label}' holds no base: ${token.slice(0, 60)}`, OTHER[other ?? ''] ?? COPY);
}

const OTHER: Readonly<Record<string, string>> = {
	tbl: `This is the ID of a table, which says nothing of the base. ${COPY}`,
	vew: `This is the ID of a view, which says nothing of the base. ${COPY}`,
	rec: `This is the ID of a record, which says nothing of the base. ${COPY}`,
	fld: `This is the ID of a field, which says nothing of the base. ${COPY}`,
};

function noBase(label: string, given: string): InputError {
	return new InputError(label, `The field '${label}' holds an address without a base: ${given.slice(0, 80)}`, COPY);
}

/**
 * The table of an address; undefined where it names none.
 * @throws InputError where something else was open in its place
 */
export function tableIn(label: string, { table, other = '' }: BaseAddress): string | undefined {
	const open = NO_TABLE[other.slice(0, 3)];
	if (open === undefined) return table;
	throw new InputError(
		label,
		`The field '${label}' holds the address of ${open} of a base`,
		'Open the table itself and copy the address from there: it has ?table=tbl… in it',
	);
}

function otherOf(other: string | null): Pick<BaseAddress, 'other'> {
	return other !== null && other.slice(0, 3) in NO_TABLE ? { other } : {};
}

function idOf<K extends 'table' | 'view' | 'record'>(name: K, prefix: string, id: string | null): Pick<BaseAddress, K> {
	return (id?.startsWith(prefix) ? { [name]: id } : {}) as Pick<BaseAddress, K>;
}
