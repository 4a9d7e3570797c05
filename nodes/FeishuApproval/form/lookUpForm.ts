import { InputError } from '../../../feishu/input';
import { needKey, refusal, type Found, type FormNeed } from '../../../feishu/approval/formNeeds';
import { text } from '../../../feishu/json';
import { holdsAllWords } from '../../../feishu/words';
import type { InputFile } from '../../shared/client/binary';
import type { FeishuClient } from '../../shared/client/client';
import { departmentsBelow, take, WHOLE_ORGANIZATION, wordsOfDepartment } from '../../shared/contact/directory';
import { openIdsOf, type Known } from '../../shared/contact/openIds';
import { checkUpload } from './uploadLimits';

/** The one endpoint of approvals that is not at the open platform's own host. @see https://open.feishu.cn/document/ukTMukTMukTM/uUDOyUjL1gjM14SN4ITN */
export const UPLOAD_FILE = 'POST /approval/openapi/v2/file/upload';

export const DISTRICTS = 'POST /open-apis/approval/v4/districts/search';

/** Gives the file of an item by the name of its field. */
export type OpenFile = (name: string) => Promise<InputFile>;

/**
 * Looks up what a form names: people with few requests, departments and districts by their names, and uploads its files,
 * these last.
 * @throws CallError, InputError about a file
 */
export async function lookUpForm(
	feishu: FeishuClient,
	needs: readonly FormNeed[],
	open: OpenFile,
	label: string,
): Promise<Found> {
	const wanted = [...new Map(needs.map((need) => [needKey(need), need])).values()];
	const candidates = new Map<string, readonly string[]>();
	const people = wanted.filter((need): need is FormNeed & Known => need.kind === 'person');
	const files = wanted.filter((need) => need.kind === 'file');
	await refuseFilesOfPersons(feishu, files, label);
	if (people.length > 0) {
		const found = await openIdsOf(feishu, people);
		for (const need of people) candidates.set(needKey(need), found.of(need));
	}
	for (const need of wanted) {
		if (need.kind === 'department') candidates.set(needKey(need), await departmentsNamed(feishu, need.value));
		if (need.kind === 'district') candidates.set(needKey(need), await districtsNamed(feishu, need.value));
	}
	const found: Found = (need, field) => {
		const [only, another] = candidates.get(needKey(need)) ?? [];
		if (only === undefined || another !== undefined) throw notFound(need, field, another !== undefined);
		return only;
	};
	for (const need of wanted) if (need.kind !== 'file') found(need, label);
	for (const need of files)
		candidates.set(needKey(need), [await uploaded(feishu, await open(need.value), need.as, label)]);
	return found;
}

/** @see https://open.feishu.cn/document/ukTMukTMukTM/uUDOyUjL1gjM14SN4ITN */
async function refuseFilesOfPersons(feishu: FeishuClient, files: readonly FormNeed[], label: string): Promise<void> {
	if (files.length === 0 || !(await feishu.isPerson())) return;
	throw new InputError(
		label,
		`The field '${label}' has a file, which Feishu takes from apps only`,
		'Choose a credential of the kind Feishu API, and who starts the approval under Start As',
	);
}

async function uploaded(
	feishu: FeishuClient,
	file: InputFile,
	type: 'image' | 'attachment',
	label: string,
): Promise<string> {
	checkUpload(label, type, file);
	const { code } = await feishu.call(UPLOAD_FILE, {
		host: 'www',
		idempotent: true,
		form: async () => {
			const form = new FormData();
			form.append('name', file.fileName);
			form.append('type', type);
			form.append('content', await file.part());
			return form;
		},
	});
	return text(code);
}

async function departmentsNamed(feishu: FeishuClient, name: string): Promise<string[]> {
	const all = departmentsBelow(feishu, WHOLE_ORGANIZATION);
	const named = await take(all, Infinity, (one) => holdsAllWords(wordsOfDepartment(one), name));
	const exact = named.filter((one) => wordsOfDepartment(one).split('\n').includes(name));
	return (exact.length > 0 ? exact : named).map((one) => text(one.open_department_id));
}

/** The one that is called so, else all that have the words. @see https://open.feishu.cn/document/server-docs/approval-v4/approval/search */
async function districtsNamed(feishu: FeishuClient, keyword: string): Promise<string[]> {
	const { items = [] } = await feishu.call<{ items?: Array<{ id?: string; name?: string }> }>(DISTRICTS, {
		body: { keyword },
		idempotent: true,
	});
	const exact = items.filter(({ name }) => name === keyword);
	return (exact.length > 0 ? exact : items).map(({ id }) => text(id)).filter((id) => id !== '');
}

const WHAT: Readonly<Record<FormNeed['kind'], { nobody: string; several: string; none: string; many: string }>> = {
	person: {
		nobody: 'names nobody',
		several: 'names several people',
		none: "Check how it is written; the person must be in the app's contact range, and the app needs the scope contact:user.id:readonly",
		many: 'Give the e-mail address or the ID of the one who is meant',
	},
	department: {
		nobody: 'names no department that is known',
		several: 'names several departments',
		none: "Check how it is written; the department must be in the app's contact range",
		many: 'Give the ID of the one that is meant (od-…)',
	},
	district: {
		nobody: 'names no district that is known',
		several: 'names several districts',
		none: 'Write the name of a city or a district as the client shows it, or give its ID',
		many: 'Give the ID of the one that is meant',
	},
	file: { nobody: 'names no file', several: 'names several files', none: '', many: '' },
};

function notFound({ kind, value }: FormNeed, label: string, several: boolean): InputError {
	const { nobody, several: many, none, many: choose } = WHAT[kind];
	return refusal(label, `${several ? many : nobody}: '${value.slice(0, 60)}'`, several ? choose : none);
}
