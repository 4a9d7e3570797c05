import { say, type Advice } from '../../../feishu/advice/words';
import type { CallFailure } from '../../../feishu/api/envelope';
import type { Widget } from '../../../feishu/approval/widget';

/** A form that was refused. The older code is that of the API before. */
const REFUSED: ReadonlySet<number> = new Set([1390001, 60006]);

/** The platform names a control by its ID, which nobody sees. @see https://open.feishu.cn/document/server-docs/approval-v4/instance/create */
const NAMED = /控件\s*[=:：]\s*([\w-]+)/;

/** Says the control that the platform refuses by its name. */
export function controlAdvice(widgets: readonly Widget[]): (failure: CallFailure) => Advice | undefined {
	return ({ code, msg }) => {
		const [, id] = NAMED.exec(msg) ?? [];
		if (code === undefined || !REFUSED.has(code) || id === undefined) return undefined;
		const name = nameOf(id, widgets) ?? id;
		return say(`Feishu refused the control '${name}' of the form`, "Check its value; see Feishu's words below");
	};
}

function nameOf(id: string, widgets: readonly Widget[]): string | undefined {
	for (const widget of widgets) {
		if (widget.id === id || widget.customId === id) return widget.name;
		const inside = nameOf(id, widget.children);
		if (inside !== undefined) return `${widget.name} → ${inside}`;
	}
	return undefined;
}
