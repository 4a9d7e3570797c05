import type { BaseAddress } from '../../../feishu/base/baseAddress';
import { tableAddress, type TablePlace } from '../../../feishu/base/tableAddress';
import type { Asking } from '../client/asking';
import { platformAddress } from '../drive/addressOf';
import { contentOf } from '../wiki/contentOf';

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
	async token(asking: Asking): Promise<string> {
		const { appToken, wikiNode = '' } = this.address;
		return appToken ?? (await contentOf(asking, this.label, wikiNode, { type: 'bitable', what: 'base' }));
	}
}
