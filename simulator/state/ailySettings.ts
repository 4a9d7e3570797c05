/** What the pages about Aily leave open. The first one named is given unless a test asks for another. */
export interface AilySettings {
	/** How often a run says that it waits, or is under way, before it says how it ended. */
	ailyRunPolls: number;
	/** How a run ends. */
	ailyRunEnd: 'COMPLETED' | 'FAILED' | 'EXPIRED' | 'CANCELLED' | 'REQUIRES_MESSAGE';
	/** An answer of the knowledge: of what is known, of a prepared question, or none. */
	ailyKnowledge: 'qa' | 'faq' | 'nothing';
	/** The answer to a question of the knowledge: sent bit by bit, as its page has it, whole, or bit by bit and cut off before its end. */
	ailyKnowledgeForm: 'events' | 'json' | 'cut';
}

export const AILY_SETTINGS: AilySettings = {
	ailyRunPolls: 2,
	ailyRunEnd: 'COMPLETED',
	ailyKnowledge: 'qa',
	ailyKnowledgeForm: 'events',
};
