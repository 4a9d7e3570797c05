import { PlatformError } from '../platform/envelope';

/** What the pages call each code. */
const WORDS: Readonly<Record<number, string>> = {
	1770001: 'invalid param',
	1770002: 'not found',
	1770003: 'resource deleted',
	1770004: 'too many blocks in document',
	1770005: 'too deep level in document',
	1770006: 'schema mismatch',
	1770007: 'too many children in block',
	1770010: 'too many table column',
	1770011: 'too many table cell',
	1770012: 'too many grid column',
	1770013: 'relation mismatch',
	1770014: 'parent children relation mismatch',
	1770015: 'single edit with multi document',
	1770019: 'repeated blockID in document',
	1770021: 'too old document',
	1770022: 'invalid page token',
	1770024: 'invalid operation',
	1770025: 'operation and block not match',
	1770026: 'row operation over range',
	1770027: 'column operation over range',
	1770028: 'block not support create children',
	1770029: 'block not support to create',
	1770030: 'invalid parent children relation',
	1770031: 'block not support to delete children',
	1770032: 'forbidden',
	1770033: 'content size exceed limit',
	1770034: 'operation count exceed limited',
	1770035: 'resource count exceed limit',
	1770036: 'folder locked',
	1770037: 'folder size exceeded limit',
	1770038: 'resource not found',
	1770039: 'folder not found',
	1770040: 'no folder permission',
	1770041: 'open schema mismatch',
	1771001: 'server internal error',
	1771006: 'mount folder failed',
};

const STATUS: Readonly<Record<number, number>> = {
	1770002: 404,
	1770032: 403,
	1770040: 403,
	1771001: 500,
	1771006: 500,
};

/**
 * A refusal of a document, with the HTTP status that the pages give it.
 * Source: https://open.feishu.cn/document/ukTMukTMukTM/uUDN04SN0QjL1QDN/document-docx/docx-v1/document-block-descendant/create
 */
export const problem = (code: number): PlatformError =>
	new PlatformError(code, WORDS[code] ?? 'fail', { http: STATUS[code] ?? 400 });
