import { InputError } from '../input';

const CODE = '[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}';
const BARE = new RegExp(`^${CODE}$`);

/** Addresses of the client hold others in them, encoded once or twice. */
function decoded(address: string): string {
	let said = address;
	for (let times = 0; times < 3 && /%[0-9a-f]{2}/i.test(said); times++) {
		try {
			said = decodeURIComponent(said);
		} catch {
			return said;
		}
	}
	return said;
}

/** The first code behind one of these names, else the only one that there is. */
function codeIn(given: string, names: string): string | undefined {
	if (BARE.test(given)) return given.toUpperCase();
	const said = decoded(given);
	const [, named] = new RegExp(`(?:${names})["']?[=:]["']?(${CODE})`, 'i').exec(said) ?? [];
	const all = [...new Set((said.match(new RegExp(CODE, 'g')) ?? []).map((code) => code.toUpperCase()))];
	return named?.toUpperCase() ?? (all.length === 1 ? all[0] : undefined);
}

/**
 * The code of a definition: itself, or from the address of its page in the admin console, where it is `definitionCode`.
 * @param label the name of the field on the panel
 * @throws InputError for anything else
 * @see https://open.feishu.cn/document/server-docs/approval-v4/approval/get `approval_code`
 */
export function definitionCode(label: string, entered: string): string {
	const code = codeIn(entered.trim(), 'definitionCode|approval_?code');
	if (code !== undefined) return code;
	throw new InputError(
		label,
		`The field '${label}' holds no ID of an approval: ${entered.trim().slice(0, 60)}`,
		'Open the approval in the admin console of approvals and copy the address: it has definitionCode=7C468A54-8745-2245-9675-08B7C63E7A85 in it',
	);
}

/**
 * The code of an instance: itself, or from the address that Create gives. A link that somebody shared holds a number in its
 * place, by which no endpoint finds it.
 * @see https://github.com/larksuite/cli/issues/2357
 */
export function instanceCode(label: string, entered: string): string {
	const given = entered.trim();
	const code = codeIn(given, 'instance_?code|instance_?id');
	if (code !== undefined) return code;
	const isLink = /^https?:/i.test(given);
	throw new InputError(
		label,
		isLink
			? `The field '${label}' holds an address without the code of an instance`
			: `The field '${label}' holds no code of an instance: ${given.slice(0, 60)}`,
		isLink
			? 'A link that was shared in the client has a number in its place, by which nothing can be found. The code comes out of Create, Get Many and the triggers'
			: 'It looks like 81D31358-93AF-92D6-7425-01A5D67C4E71, and comes out of Create, Get Many and the triggers',
	);
}
