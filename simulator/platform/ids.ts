import { randomBytes, randomInt, randomUUID } from 'node:crypto';

const hex = (length: number) =>
	randomBytes(Math.ceil(length / 2))
		.toString('hex')
		.slice(0, length);
const base62 = (length: number) =>
	randomBytes(length * 2)
		.toString('base64')
		.replace(/[^0-9A-Za-z]/g, '')
		.slice(0, length);

/** 24 characters and three letters, which stand at the places 5, 10 and 15. */
const withLetters = (text: string, [first, second, third]: readonly [string, string, string]) =>
	`${text.slice(0, 4)}${first}${text.slice(4, 8)}${second}${text.slice(8, 12)}${third}${text.slice(12)}`;

/** Begins with eyJ, as all of them do. */
const SIGNED_HEAD = Buffer.from('{"alg":"ES256","feature_code":"FeatureOAuthJWTSign_CN","typ":"JWT"}').toString(
	'base64url',
);

/** Identifiers in the shapes of the platform (the long-connection client of the SDK refuses an app id of another shape). */
export const newId = {
	app: () => `cli_${hex(16)}`,
	secret: () => base62(32),
	openId: () => `ou_${hex(32)}`,
	unionId: () => `on_${hex(32)}`,
	userId: () => hex(8),
	department: () => `od-${hex(32)}`,
	chat: () => `oc_${hex(32)}`,
	message: () => `om_${hex(32)}`,
	thread: () => `omt_${hex(16)}`,
	image: () => `img_v3_02sim_${hex(8)}-${hex(4)}-${hex(4)}-${hex(4)}-${hex(12)}g`,
	file: () => `file_v3_00sim_${hex(8)}-${hex(4)}-${hex(4)}-${hex(4)}-${hex(12)}g`,
	/** Of tabs and menus: 19 digits. */
	long: () => `7${String(randomInt(1e9)).padStart(9, '0')}${String(randomInt(1e9)).padStart(9, '0')}`,
	block: () => `doxcn${base62(22)}`,
	batch: () => `bm-${hex(32)}`,
	hook: () => randomUUID(),
	userGroup: () => `g${hex(6)}`,
	reaction: () => `${base62(20)}-${base62(6)}`,
	event: () => hex(32),
	tenantToken: () => `t-${base62(42)}`,
	/** Of store apps. */
	appToken: () => `a-${base62(42)}`,
	userToken: () => `u-${base62(42)}`,
	/** Of people, as the older endpoints give them. */
	olderRefreshToken: () => `ur-${base62(42)}`,
	/** What the newer endpoints give to people: signed texts of 1 to 2 KB. */
	signedToken: () =>
		`${SIGNED_HEAD}.${randomBytes(840).toString('base64url')}.${randomBytes(64).toString('base64url')}`,
	/** 64 characters of those that the page names. */
	authorizationCode: () => randomBytes(48).toString('base64url'),
	/** With the letters by which a base's token is told from others. */
	base: () => withLetters(base62(24), ['b', 'a', 's']),
	/** Of a spreadsheet, with letters in the same places; and of a sheet in it. */
	spreadsheet: () => withLetters(base62(24), ['s', 'h', 't']),
	sheet: () => base62(6),
	/** Of a page of a wiki. */
	page: () => withLetters(base62(24), ['w', 'i', 'k']),
	/** Of somebody's own space. */
	root: () => `nod${base62(15)}`,
	shortcut: () => withLetters(base62(24), ['n', 'o', 'd']),
	/** Of a document or file as it once was. */
	version: () => base62(6),
	/** Of an address that anybody may open. */
	password: () => base62(8),
	/** Of a document, which is that of its page; and of a board in one. */
	document: () => withLetters(base62(24), ['d', 'o', 'x']),
	board: () => withLetters(base62(24), ['w', 'b', 'd']),
	/** Of a filter view, a conditional format or a floating picture in one. */
	sheetPart: () => base62(10),
	folder: () => `fldcn${base62(22)}`,
	table: () => `tbl${base62(14)}`,
	view: () => `vew${base62(8)}`,
	record: () => `rec${base62(11)}`,
	field: () => `fld${base62(8)}`,
	role: () => `rol${base62(7)}`,
	dashboard: () => `blk${base62(13)}`,
	/** Of what is shared by an address of its own. */
	share: () => `shrcn${base62(22)}`,
	option: () => `opt${base62(8)}`,
	media: () => withLetters(base62(24), ['b', 'o', 'x']),
	/** Of a calendar, without what its address has around it; and of an event. */
	calendar: () => base62(26),
	calendarEvent: () => randomUUID(),
	room: () => `omm_${hex(32)}`,
	roomLevel: () => `omb_${hex(32)}`,
	/** Of a definition or an instance of an approval, and of a file for its form. */
	approval: () => randomUUID().toUpperCase(),
	approvalNode: () => hex(32),
	log: () => `${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}${hex(20).toUpperCase()}`,
};

export const USER_ID_TYPES = ['open_id', 'union_id', 'user_id'] as const;
export type UserIdType = (typeof USER_ID_TYPES)[number];
export const DEPARTMENT_ID_TYPES = ['open_department_id', 'department_id'] as const;
export type DepartmentIdType = (typeof DEPARTMENT_ID_TYPES)[number];
