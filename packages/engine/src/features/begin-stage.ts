/** Parts of a comparison whose time is told: those of a picture, and those of both together. */
export type Stage = 'decode' | 'network' | 'points' | 'score' | 'detail';

/** Called where a stage begins; what it gives is called at its end. */
export type BeginStage = (stage: Stage) => () => void;

/** Measures nothing. */
export const untimed: BeginStage = () => () => undefined;
