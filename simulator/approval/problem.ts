import { PlatformError } from '../platform/envelope';
import type { Settings } from '../state/settings';

/** A refusal of approvals, with the code that it has at companies which still meet the older ones. */
class Refusal extends PlatformError {
	constructor(
		code: number,
		msg: string,
		http: number,
		readonly legacy: number,
	) {
		super(code, msg, { http });
	}
}

interface More {
	http?: number;
	/** Of the older endpoints; the same where there is none. */
	legacy?: number;
}

const refusal =
	(code: number, msg: string, { http = 400, legacy = code }: More = {}) =>
	(more = '') =>
		new Refusal(code, more === '' ? msg : `${msg}: ${more}`, http, legacy);

/**
 * Sources: the pages from https://open.feishu.cn/document/server-docs/approval-v4/instance/create on, each with HTTP statuses;
 * for the older codes https://open.feishu.cn/document/ukTMukTMukTM/ugjM14COyUjL4ITN, which has none
 */
export const refused = {
	params: refusal(1390001, 'param is invalid', { legacy: 60001 }),
	definition: refusal(1390002, 'approval code not found', { legacy: 60002 }),
	instance: refusal(1390003, 'instance code not found', { legacy: 60003 }),
	person: refusal(1390004, 'user_id or open_id not found', { legacy: 60004 }),
	department: refusal(1390001, 'param is invalid: department_id', { legacy: 60005 }),
	/** Of three endpoints; no page says what it means, nor its words. */
	noWay: refusal(1390006, 'process error'),
	subscribed: refusal(1390007, 'subscription existed', { legacy: 60007 }),
	notSubscribed: refusal(1390007, 'subscription existed', { legacy: 60008 }),
	denied: refusal(1390009, 'no operation permission', { http: 403 }),
	task: refusal(1390010, 'task not found', { legacy: 60010 }),
	freeProcess: refusal(1390013, 'unsupported approval for free process'),
	unknownCompany: refusal(1390014, 'tenant_id not found'),
	inactive: refusal(1390015, 'approval is not active'),
	deleted: refusal(1390016, 'approval is deleted'),
	signature: refusal(1390018, 'not support handwritten signature'),
	busy: refusal(1395001, 'There have been some errors. Please try again later', { legacy: 65001 }),
	failing: refusal(1395001, 'system error', { http: 500, legacy: 65001 }),
	/** Of starting one; no page says what it means, nor its words. */
	notStarted: refusal(1395006, 'create instance failed'),
	mayNotStart: refusal(1395009, 'user has no permission to initiate the approval'),
	/** Of starting one; no page has its words. */
	againstRules: refusal(1395011, 'workforce rule check failed'),
	reverted: refusal(1395210, 'instance has been reverted'),
	/** No page has these two; people met them. */
	noData: refusal(60009, 'no permission to access the approval data'),
	noDetail: refusal(2200, 'Internal Error'),
	paidApproval: refusal(60011, 'OpenApiErrorCodeStartPremiumVersion'),
	usedUuid: refusal(60012, 'uuid conflict'),
	paidKind: refusal(60013, 'OpenApiErrorCodeUnsupportApporval'),
	locked: refusal(60014, '获取更新锁失败'),
	/** Of a form: the message names the widget, and nothing else does. */
	widget: (id: string, why: string) => new Refusal(1390001, `param is invalid, 控件= ${id}, ${why}`, 400, 60006),
};

/** The refusal as this tenant has it. */
export function inCodesOf({ approvalCodes }: Settings, error: PlatformError): PlatformError {
	return approvalCodes === 'legacy' && error instanceof Refusal
		? new PlatformError(error.legacy, error.msg, error.options)
		: error;
}
