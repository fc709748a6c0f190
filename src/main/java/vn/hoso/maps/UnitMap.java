package vn.hoso.maps;

import java.util.List;

/**
 * A simplified drawing of units, north above. Its units are those of the page: 400 wide or 560 high, whichever is reached first.
 *
 * @param width how wide it is
 * @param height how high it is
 * @param shapes the units that have one, in no particular order
 * @param property the property of the file's features that held the codes
 * @param others codes of features that are no unit's, the first {@link MapFile#NAMED} of them
 * @param otherCount how many features are no unit's
 */
public record UnitMap(int width, int height, List<Shape> shapes, String property, List<String> others, int otherCount) {

    /**
     * A unit's outline, of one or several pieces and their holes, to be filled even-odd.
     *
     * @param code the unit's code on the map's first day
     * @param path SVG path data
     * @param x where its name stands
     * @param y the same, down
     * @param room how far the nearest side is from there
     */
    public record Shape(String code, String path, int x, int y, int room) {}
}
