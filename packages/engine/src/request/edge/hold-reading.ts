import process from 'node:process';
import type { Socket } from 'node:net';

/**
 * Reads a connection no further until it is released. Node reads on with every request that it parses and every body that is looked into, so
 * `pause` alone holds for as long as nothing happens.
 * @returns releases it
 */
export function holdReading(socket: Socket): () => void {
  socket.resume = () => socket;
  socket.pause();
  // Node may have planned to read on in this turn; whoever reads listens to this event.
  process.nextTick(() => {
    if (Object.hasOwn(socket, 'resume')) socket.emit('pause');
  });
  return () => {
    if (!Reflect.deleteProperty(socket, 'resume') || socket.destroyed) return;
    socket.resume();
  };
}
