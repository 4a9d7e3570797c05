import { codeOf, isTokenRefused, type CallError } from '../../../feishu/api/call';
import { findCause } from '../../../feishu/api/network';
import { InputError } from '../../../feishu/input';
import { needKey, refusal, type Found, type FormNeed } from '../../../feishu/approval/formNeeds';
import { text } from '../../../feishu/json';
import type { InputFile } from '../../shared/client/binary';
import type { FeishuClient } from '../../shared/client/client';
import { departmentsBelow, take, WHOLE_ORGANIZATION, wordsOfDepartment } from '../../shared/contact/directory';
import { openIdsOf, type Known as Person } from '../../shared/contact/openIds';
import { districtsNamed } from './districts';
import { checkUpload } from './uploadLimits';

/** The one endpoint of approvals that is not at the open platform's own host. @see https://open.feishu.cn/document/ukTMukTMukTM/uUDOyUjL1gjM14SN4ITN */
export const UPLOAD_FILE = 'POST /approval/openapi/v2/file/upload';

/** Gives the file of an item by the name of its field. */
export type OpenFile = (name: string, label: string) => Promise<InputFile>;

/** What a form names, with the control that does. */
export interface Wanted {
	need: FormNeed;
	label: string;
}

/**
 * Looks up what a form names: people with few requests, departments and districts by their names, and uploads its files,
 * these last.
 * @throws CallError, InputError about a file
 */
export async function lookUpForm(feishu: FeishuClient, needs: readonly Wanted[], open: OpenFile): Promise<Found> {
	// What several controls name is the matter of the first.
	const wanted = [...new Map(needs.map((one) => [needKey(one.need), one] as const).reverse()).values()].reverse();
	await refuseFilesOfPersons(feishu, wanted);
	const all = wanted.map(({ need }) => need);
	const candidates = new Map(await namedBy(feishu, all));
	const found: Found = (need, field) => {
		const [only, another] = candidates.get(needKey(need)) ?? [];
		if (only === undefined || another !== undefined) throw notFound(need, field, another !== undefined);
		return only;
	};
	for (const { need, label } of wanted) if (need.kind !== 'file') found(need, label);
	for (const { need, label } of wanted)
		if (need.kind === 'file')
			candidates.set(needKey(need), [await uploaded(feishu, await open(need.value, label), need.as, label)]);
	return found;
}

/** Who and what was looked up in an execution. */
interface Known {
	found: Map<string, readonly string[]>;
	/** Lookups go one after the other: what the item before has found is not looked for again. */
	turn: Promise<unknown>;
}

const known = new WeakMap<FeishuClient, Known>();

/** The IDs of all that has one of these names, each looked up once in an execution: items mostly name the same. */
async function namedBy(
	feishu: FeishuClient,
	wanted: readonly FormNeed[],
): Promise<ReadonlyMap<string, readonly string[]>> {
	const state = known.get(feishu) ?? { found: new Map<string, readonly string[]>(), turn: Promise.resolve() };
	known.set(feishu, state);
	const { found } = state;
	const turn = state.turn.then(async () => {
		const missing = wanted.filter((need) => need.kind !== 'file' && !found.has(needKey(need)));
		const people = missing.filter((need): need is FormNeed & Person => need.kind === 'person');
		const ids = people.length > 0 ? await openIdsOf(feishu, people) : undefined;
		for (const need of people) found.set(needKey(need), ids?.of(need) ?? []);
		for (const need of missing) {
			if (need.kind === 'department') found.set(needKey(need), await departmentsNamed(feishu, need.value));
			if (need.kind === 'district') found.set(needKey(need), await districtsNamed(feishu, need.value));
		}
	});
	state.turn = turn.catch(() => undefined);
	await turn;
	return found;
}

/** @see https://open.feishu.cn/document/ukTMukTMukTM/uUDOyUjL1gjM14SN4ITN */
async function refuseFilesOfPersons(feishu: FeishuClient, wanted: readonly Wanted[]): Promise<void> {
	const file = wanted.find(({ need }) => need.kind === 'file');
	if (!file || !(await feishu.isPerson())) return;
	const { label } = file;
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
	const send = async (host: 'www' | 'client') =>
		await feishu.call(UPLOAD_FILE, {
			host,
			idempotent: true,
			form: async () => {
				const form = new FormData();
				form.append('name', file.fileName);
				form.append('type', type);
				form.append('content', await file.part());
				return form;
			},
		});
	const { code } = await send('www').then(
		(answer) => answer,
		async (error: unknown) => {
			if (isTokenRefusal(error))
				throw refusal(
					label,
					"has a file, which Feishu's host for files does not take from this app",
					'It may take files of self-built apps alone: choose a credential of one, or give the code of a file that such an app has uploaded',
				);
			if (!isUnknownAddress(error) || (await feishu.origin('www')) === (await feishu.origin('client'))) throw error;
			// A private deployment may have it beside its API.
			return await send('client');
		},
	);
	return text(code);
}

const isUnknownAddress = (error: unknown): boolean =>
	findCause<CallError>(error, 'CallError')?.failure.status === 404 && codeOf(error) === undefined;

/** All before the upload was done with the same token. */
const isTokenRefusal = (error: unknown): boolean => {
	const failure = findCause<CallError>(error, 'CallError')?.failure;
	return failure !== undefined && isTokenRefused(failure);
};

async function departmentsNamed(feishu: FeishuClient, name: string): Promise<string[]> {
	const all = departmentsBelow(feishu, WHOLE_ORGANIZATION);
	// A piece of a name fits several departments, of which the app may see one.
	const named = await take(all, Infinity, (one) => wordsOfDepartment(one).split('\n').includes(name));
	return named.map((one) => text(one.open_department_id));
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
		many: 'Write what it lies in before it, as Shanghai/Pudong Xinqu, or give its ID',
	},
	file: { nobody: 'names no file', several: 'names several files', none: '', many: '' },
};

function notFound({ kind, value }: FormNeed, label: string, several: boolean): InputError {
	const { nobody, several: many, none, many: choose } = WHAT[kind];
	return refusal(label, `${several ? many : nobody}: '${value.slice(0, 60)}'`, several ? choose : none);
}
