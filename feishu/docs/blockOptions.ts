/** How a text becomes blocks. */
export interface BlockOptions {
	/** Whether Mermaid and PlantUML become boards, which can't be read back as text, or stay code, as by default. */
	diagrams?: 'board' | 'code';
	/**
	 * Whether links to documents become mentions of them. A mention of a document that the caller may not read makes the
	 * platform refuse the whole request, so they are links by default.
	 */
	documentLinks?: 'link' | 'mention';
	/** Of the addresses of documents that are mentioned by their token; Feishu's own by default. */
	origin?: string;
	/** IDs of people by their e-mail in lower case: others stand as words, because documents know no e-mail. */
	people?: ReadonlyMap<string, string>;
}
