package dev.usher.adapters.http.eventbrite;

/** A picture as answers show it; of those that are kept elsewhere only the id is known. */
final class PictureJson {
    private PictureJson() {}

    static void write(Json json, String id) {
        json.nothing("crop_mask")
                .nothing("original")
                .text("id", MultipartText.line(id))
                .nothing("url")
                .nothing("aspect_ratio")
                .nothing("edge_color")
                .flag("edge_color_set", false);
    }
}
