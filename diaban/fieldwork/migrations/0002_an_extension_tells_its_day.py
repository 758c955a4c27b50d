from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("fieldwork", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="difficultystep",
            name="extended_to",
            field=models.DateField(null=True, verbose_name="gia hạn đến"),
        ),
    ]
