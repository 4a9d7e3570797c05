import { PlatformError } from '../platform/envelope';
import type { Settings } from '../state/settings';

const refusal =
	(code: number, msg: string, http = 400) =>
	(more = '') =>
		new PlatformError(code, more === '' ? msg : `${msg}: ${more}`, { http });

/** Sources: the pages from https://open.feishu.cn/document/server-docs/approval-v4/instance/create on, each with HTTP statuses */
export const refused = {
	params: refusal(1390001, 'param is invalid'),
	definition: refusal(1390002, 'approval code not found'),
	instance: refusal(1390003, 'instance code not found'),
	person: refusal(1390004, 'user_id or open_id not found'),
	subscribed: refusal(1390007, 'subscription existed'),
	denied: refusal(1390009, 'no operation permission', 403),
	task: refusal(1390010, 'task not found'),
	freeProcess: refusal(1390013, 'unsupported approval for free process'),
	inactive: refusal(1390015, 'approval is not active'),
	deleted: refusal(1390016, 'approval is deleted'),
	signature: refusal(1390018, 'not support handwritten signature'),
	busy: refusal(1395001, 'There have been some errors. Please try again later'),
	mayNotStart: refusal(1395009, 'user has no permission to initiate the approval'),
	reverted: refusal(1395210, 'instance has been reverted'),
	/** No page has these two; people met them. */
	noData: refusal(60009, 'no permission to access the approval data'),
	noDetail: refusal(2200, 'Internal Error'),
	usedUuid: refusal(60012, 'uuid conflict'),
	/** Of a form: the message names the widget, and nothing else does. */
	widget: (id: string, why: string) => new PlatformError(1390001, `param is invalid, 控件= ${id}, ${why}`),
};

/** Source: https://open.feishu.cn/document/ukTMukTMukTM/ukDNyUjL5QjM14SO0ITN (the older endpoints) */
const LEGACY: Readonly<Record<number, number>> = {
	1390001: 60001,
	1390002: 60002,
	1390003: 60003,
	1390004: 60004,
	1390007: 60007,
	1390010: 60010,
	1395001: 65001,
};

const FORM = 60006;

/** The refusal as this tenant has it. */
export function inCodesOf({ approvalCodes }: Settings, error: PlatformError): PlatformError {
	const code = error.msg.includes('控件=') ? FORM : LEGACY[error.code];
	return approvalCodes === 'legacy' && code !== undefined ? new PlatformError(code, error.msg, error.options) : error;
}
