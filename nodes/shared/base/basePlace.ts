import type { BaseAddress } from '../../../feishu/base/baseAddress';
import { tableAddress, type TablePlace } from '../../../feishu/base/tableAddress';
import { InputError } from '../../../feishu/input';
import type { FeishuClient } from '../client/client';
import { platformAddress } from '../drive/addressOf';
import type { ErrorContext } from '../client/errors';
import { wikiNodes } from '../wiki/wikiNodes';

/** Who asks, and for which execution or list: what was looked up is kept for that long. */
export interface Asking {
	feishu: FeishuClient;
	context: object;
	errorContext: ErrorContext;
}

/** A base as filled in. A wiki's page has to be looked up before anybody can read the base in it. */
export class Base {
	constructor(
		readonly address: BaseAddress,
		/** What complaints call the field. */
		private readonly label: string,
		/** As it was filled in. */
		private readonly entered = '',
	) {}

	/** The address that opens a table of the base; undefined where nobody knows on which host. @throws InputError, CallError */
	async addressOf(asking: Asking, place: TablePlace): Promise<string | undefined> {
		const entered = tableAddress(this.entered, place);
		if (entered !== undefined) return entered;
		const document = { type: 'bitable', token: await this.token(asking) } as const;
		return tableAddress((await platformAddress(asking.feishu, document)) ?? '', place);
	}

	/** The token of the base (`app_token`). @throws InputError when the wiki's page holds something else; CallError */
	async token({ feishu, context, errorContext }: Asking): Promise<string> {
		const { appToken, wikiNode = '' } = this.address;
		if (appToken !== undefined) return appToken;
		const node = await wikiNodes(context, feishu, errorContext)(wikiNode);
		if (node.obj_type === 'bitable') return node.obj_token;
		throw new InputError(
			this.label,
			`The field '${this.label}' holds a page of a wiki that is no base`,
			'Open the base in the wiki and copy the address from there',
		);
	}
}
