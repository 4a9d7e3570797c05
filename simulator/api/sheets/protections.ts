import { newId } from '../../platform/ids';
import { anything, oneOf, required, text, withDefault } from '../../platform/validate';
import { sheetIn } from '../../sheets/access';
import { entriesOf, numberOf, recordOf, textOf } from '../../sheets/given';
import { countOf } from '../../sheets/lines';
import { problem } from '../../sheets/problem';
import { type Operator, openIdOf } from '../../state/operator';
import type { Protection } from '../../state/sheetParts';
import type { Sheet, Spreadsheet } from '../../state/sheets';
import type { Store } from '../../state/store';
import { bookOf, peopleAs, sheetRoute, V2, V2_NAMED, WRITE, writing } from './sheetRoute';

const MOST_ADDED = 50;
const MOST_READ = 5;
const MOST_CHANGED = 10;
const MEMBER_TYPES = ['userId', 'openId', 'unionId'] as const;
const KINDS = { userId: 'user_id', openId: 'open_id', unionId: 'union_id' } as const;

type Given = Readonly<Record<string, unknown>>;

/** Counted from 1, both ends included. */
function linesIn(book: Spreadsheet, given: unknown): { sheet: Sheet; lines: NonNullable<Protection['lines']> } {
	const { sheetId, majorDimension = 'ROWS', startIndex, endIndex } = recordOf(given);
	const sheet = sheetIn(book, textOf(sheetId) ?? '');
	if (majorDimension !== 'ROWS' && majorDimension !== 'COLUMNS') throw problem(212);
	const [start = 0, end = 0] = [numberOf(startIndex), numberOf(endIndex)];
	if (start < 1 || end < start || end > countOf(sheet, majorDimension)) throw problem(212);
	return { sheet, lines: { major: majorDimension, start: start - 1, end: end - 1 } };
}

const dimensionOf = (sheet: Sheet, { lines }: Protection) =>
	lines && {
		sheetId: sheet.sheet_id,
		majorDimension: lines.major,
		startIndex: lines.start + 1,
		endIndex: lines.end + 1,
	};

function personIn(store: Store, by: Operator, kind: 'open_id' | 'union_id' | 'user_id', id: unknown): string {
	const user = store.directory.find(by.app, kind, textOf(id) ?? '');
	if (!user) throw problem(205);
	return user.open_id;
}

function protectionIn({ sheets }: Spreadsheet, id: unknown): { sheet: Sheet; protection: Protection } {
	for (const sheet of sheets) {
		const protection = sheet.protections.find(({ protectId }) => protectId === id);
		if (protection) return { sheet, protection };
	}
	throw problem(204);
}

/** As the metadata of a spreadsheet has them; of a whole sheet without rows or columns. */
export const protectedRanges = (sheet: Sheet) =>
	sheet.protections.map((one) => {
		const dimension = dimensionOf(sheet, one);
		return {
			...(dimension ? { dimension } : {}),
			protectId: one.protectId,
			lockInfo: one.lockInfo,
			sheetId: sheet.sheet_id,
		};
	});

/** Source: https://open.feishu.cn/document/ukTMukTMukTM/ugDNzUjL4QzM14CO0MTN and its neighbors */
export const protectionRoutes = [
	sheetRoute({
		method: 'POST',
		path: `${V2_NAMED}/protected_dimension`,
		scopes: WRITE,
		query: { user_id_type: peopleAs },
		body: { addProtectedDimension: anything() },
		handle: async (call) => ({
			data: await writing(call, (book) => {
				const { store } = call.platform;
				const asked = call.query.user_id_type;
				const kind = asked === 'lark_id' ? 'user_id' : asked;
				const all = entriesOf(call.body.addProtectedDimension).map(recordOf);
				if (all.length === 0) throw problem(216);
				if (all.length > MOST_ADDED) throw problem(226);
				const made = all.map(({ dimension, users, lockInfo }) => {
					const { sheet, lines } = linesIn(book, dimension);
					const editors = entriesOf(users ?? []).map((id) => personIn(store, call.by, kind, id));
					const protection: Protection = {
						protectId: newId.long(),
						lines,
						lockInfo: textOf(lockInfo) ?? '',
						editors,
						by: openIdOf(call.by),
					};
					return { sheet, protection, users: users ?? [] };
				});
				for (const { sheet, protection } of made) sheet.protections.push(protection);
				const addProtectedDimension = made.map(({ sheet, protection, users }) => ({
					dimension: dimensionOf(sheet, protection),
					users,
					lockInfo: protection.lockInfo,
					protectId: protection.protectId,
				}));
				return { addProtectedDimension };
			}),
		}),
	}),
	sheetRoute({
		method: 'GET',
		path: `${V2}/protected_range_batch_get`,
		scopes: WRITE,
		query: { protectIds: required(text()), memberType: withDefault(oneOf(MEMBER_TYPES), 'userId') },
		handle(call) {
			const book = bookOf(call, 'view');
			const { directory } = call.platform.store;
			const ids = call.query.protectIds.split(',');
			if (ids.length > MOST_READ) throw problem(226);
			const { memberType } = call.query;
			const protectedRanges = ids.map((id) => {
				const { sheet, protection } = protectionIn(book, id);
				const users = protection.editors.map((openId) => ({
					memberType,
					memberId: directory.idFor(call.by.app, openId, KINDS[memberType]),
				}));
				const dimension = dimensionOf(sheet, protection);
				return {
					...(dimension ? { dimension } : {}),
					editors: { users },
					lockInfo: protection.lockInfo,
					protectId: id,
					sheetId: sheet.sheet_id,
				};
			});
			return { data: { protectedRanges } };
		},
	}),
	sheetRoute({
		method: 'POST',
		path: `${V2}/protected_range_batch_update`,
		scopes: WRITE,
		body: { requests: anything() },
		handle: async (call) => ({
			data: await writing(call, (book) => {
				const requests = entriesOf(call.body.requests).map(recordOf);
				if (requests.length === 0) throw problem(216);
				if (requests.length > MOST_CHANGED) throw problem(226);
				const steps = requests.map((request) => changeFor(book, request, call));
				for (const step of steps) step();
				return { replies: requests };
			}),
		}),
	}),
	sheetRoute({
		method: 'DELETE',
		path: `${V2}/protected_range_batch_del`,
		scopes: WRITE,
		body: { protectIds: anything() },
		handle: async (call) => ({
			data: await writing(call, (book) => {
				const delProtectIds = entriesOf(call.body.protectIds);
				if (delProtectIds.length === 0) throw problem(216);
				if (delProtectIds.length > MOST_CHANGED) throw problem(226);
				const found = delProtectIds.map((id) => protectionIn(book, id));
				for (const { sheet, protection } of found)
					sheet.protections = sheet.protections.filter((one) => one !== protection);
				return { delProtectIds };
			}),
		}),
	}),
];

type AnyCall = Parameters<typeof bookOf>[0];

/** What a request changes, once all of them are known to be possible. */
function changeFor(book: Spreadsheet, request: Given, { platform: { store }, by }: AnyCall): () => void {
	const { sheet, protection } = protectionIn(book, request.protectId);
	const place = request.dimension === undefined ? undefined : linesIn(book, request.dimension);
	if (place && place.sheet !== sheet) throw problem(215);
	const editors = entriesOf(request.editors ?? []).map(recordOf);
	const named = (key: string) =>
		editors
			.flatMap((one) => entriesOf(one[key] ?? []))
			.map(recordOf)
			.map(({ memberType, memberId }) => {
				const kind = KINDS[textOf(memberType) as keyof typeof KINDS];
				if (!kind) throw problem(204);
				return personIn(store, by, kind, memberId);
			});
	const [added, gone] = [named('addEditors'), named('delEditors')];
	const lockInfo = textOf(request.lockInfo);
	return () => {
		if (place) protection.lines = place.lines;
		if (lockInfo !== undefined) protection.lockInfo = lockInfo;
		protection.editors = [...new Set([...protection.editors, ...added])].filter((id) => !gone.includes(id));
	};
}
